/** Keeps right-to-left text from reordering the words of ours around it (UAX 9, isolates); other text stays as it is. */
export function isolateText(text: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text)
    ? `\u2068${text}\u2069`
    : text;
}
