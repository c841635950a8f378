/** How a zone's mail relay is reached. `from` is the zone: its name as readers see it, and the address it sends from. */
export type SmtpSettings = {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` or nothing is sent, `none` on a network that is trusted. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly from: { readonly name: string; readonly address: string };
  readonly username?: string | undefined;
  readonly password?: string | undefined;
};
