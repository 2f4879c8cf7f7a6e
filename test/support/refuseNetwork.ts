import net from 'node:net';

// No test reaches anything but this machine: whatever tries fails at once and says where it wanted to go.
const { connect } = net.Socket.prototype as { connect: (this: net.Socket, ...args: unknown[]) => net.Socket };
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  const options = typeof first === 'object' && first !== null ? (first as { host?: string; path?: string }) : {};
  const host = options.path ? 'localhost' : (options.host ?? (typeof args[1] === 'string' ? args[1] : 'localhost'));
  if (!loopback.test(host)) throw new Error(`A test tried to reach ${host}; only loopback is allowed`);
  return connect.apply(this, args);
};
