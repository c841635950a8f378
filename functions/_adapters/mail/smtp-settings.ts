import type { Sender } from './message.ts';

/** How a zone's mail relay is reached; never without TLS. */
export type SmtpSettings = {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, or `starttls`, without which nothing is sent. */
  readonly security: 'tls' | 'starttls';
  /** Certificates (PEM) of who vouches for the relay, where that is none of those that everybody trusts. */
  readonly authority?: string | undefined;
  readonly sender: Sender;
  readonly username: string;
  readonly password: string;
};
