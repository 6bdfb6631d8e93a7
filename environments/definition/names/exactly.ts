/** A text as a part of a regular expression: whatever a file states matches itself alone, and what is not stated nothing. */
export const exactly = (text: string | undefined): string =>
  (text ?? "not stated").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
