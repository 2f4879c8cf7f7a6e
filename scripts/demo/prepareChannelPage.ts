/**
 * Runs in the playground's page before its own script: opens the channel once the chats are listed, and holds the messages
 * back until then. Without that the page drops every message that was posted before it was opened, because it hears of them
 * before it knows its channels.
 *
 * It is sent to the page as text, so it must not refer to anything outside itself.
 */
export function prepareChannelPage(channel: string): void {
  const chats = new Promise<void>((resolve) => {
    new MutationObserver((_, observer) => {
      const item = document.querySelector<HTMLElement>(`[role=treeitem][aria-label$=" - ${channel}"]`);
      if (!item) return;
      observer.disconnect();
      item.click();
      resolve();
    }).observe(document, { childList: true, subtree: true });
  });
  WebSocket.prototype.addEventListener = function (this: WebSocket, type: string, listener: (event: Event) => void) {
    const held = (event: Event) => void chats.then(() => listener(event));
    EventTarget.prototype.addEventListener.call(this, type, type === 'message' ? held : listener);
  };
}
