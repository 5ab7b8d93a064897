/** Copies a text and returns what to say of it. */
export const copyText = (text: string, said = 'Copied.'): Promise<string> =>
  navigator.clipboard.writeText(text).then(
    () => said,
    () => `The clipboard is closed to Gurn. Copy it by hand: ${text}`,
  );
