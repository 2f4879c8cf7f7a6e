/** What a dialog shows next. */
export interface DialogAnswer {
  type: string;
  value: {
    title: string;
    height: string;
    width: string;
    card: { contentType: string; content: Record<string, unknown> };
  };
}
