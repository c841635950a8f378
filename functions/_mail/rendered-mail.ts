/** A mail as it is sent: one line of subject, an HTML part and a text part that say the same. */
export type RenderedMail = { readonly subject: string; readonly html: string; readonly text: string };
