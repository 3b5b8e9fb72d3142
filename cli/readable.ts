/** A program's own words without what would colour a terminal or move its cursor; line breaks and tabs stay. */
export const readable = (text: string): string => text.replace(/\u001b\[[0-9;]*m/g, "").replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, "");
