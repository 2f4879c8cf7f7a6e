import { messageText } from '../../src/messageExtension/messageText';

test.each([
  ['<div><div>Hello <b>there</b></div>\n<div>second&nbsp;line</div></div>', 'Hello there\nsecond line'],
  ['one<br>two<br/>three', 'one\ntwo\nthree'],
  ['<p>Needs:</p><ul><li>phones</li><li>a PBX</li></ul>', 'Needs:\n- phones\n- a PBX'],
  ['a &lt;b&gt; &amp;amp; &#x41;&#66; &unknown; &#0; &#x110000;', 'a <b> &amp; AB &unknown; &#0; &#x110000;'],
  ['<at id="0">Megan</at>: <img alt="a plan" src="https://x/y"> 5 < 6 and 7 > 6', 'Megan: a plan 5 < 6 and 7 > 6'],
  ['<style>p{}</style>x<script>alert(1)', 'x'],
  ['<!-- no -->yes<!-- open', 'yes'],
  ['<attachment id="1"></attachment><p>\n  見積もり\n  ください </p>', '見積もり ください'],
  ['', ''],
])('%j reads %j', (html, text) => {
  expect(messageText(html)).toBe(text);
});

test.each([
  '<img '.repeat(10_000),
  'alt="" '.repeat(10_000),
  '<'.repeat(50_000),
  ' '.repeat(100_000),
  '&'.repeat(50_000),
])('a hostile body (%.10s…) takes no time', (html) => {
  const started = performance.now();
  messageText(`<img ${html}`);
  expect(performance.now() - started).toBeLessThan(500);
});
