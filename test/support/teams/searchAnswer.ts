/** What the search box is answered. */
export interface SearchAnswer {
  type: string;
  text?: string;
  attachmentLayout?: string;
  attachments?: {
    contentType: string;
    content: Record<string, unknown>;
    preview: { contentType: string; content: Record<string, string> };
  }[];
}
