declare module 'eld/medium' {
  /** Detects languages; only what the bench uses. */
  export const eld: { detect(text: string): { language: string } };
}
