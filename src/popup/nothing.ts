/** What is said when words find nothing. */
export const nothingInWords = (words: string): string => `No meme fits “${words.trim()}”.`;
