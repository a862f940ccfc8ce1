/**
 * Whether a text is a Norwegian organisation number: nine digits, the last a mod-11 check digit
 * with the weights 3 2 7 6 5 4 3 2 (Brønnøysundregistrene).
 */
export function isOrganisationNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const digits = [...text].map(Number);
  const sum = [3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0);
  const remainder = sum % 11;
  return remainder !== 1 && digits[8] === (remainder === 0 ? 0 : 11 - remainder);
}
