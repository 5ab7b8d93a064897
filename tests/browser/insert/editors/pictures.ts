/** The types that messengers take as pictures. */
export const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
