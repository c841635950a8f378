import * as z from 'zod';

/** A mail as the mailbox's page answers it, the oldest first. */
const Mail = z.object({ to: z.array(z.object({ address: z.string() })), text: z.string().default('') });
type Mail = z.infer<typeof Mail>;

/** What a mailbox says of who was told what. */
export type Tellings = {
  /** Every time that a contact was told of a match, as `address match`. */
  readonly named: readonly string[];
  /** What each contact was told last of a match, by `address match`: that it is open, or not. */
  readonly last: ReadonlyMap<string, boolean>;
  /** Of how many further matches a contact was told by number alone, by `address demand`: a mail has no room for all. */
  readonly counted: ReadonlyMap<string, number>;
  /** Tellings of what their reader knew already, as `address match`. */
  readonly again: readonly string[];
  /** Mails that have such a telling. */
  readonly repeats: number;
};

/** A match of which its buyer must have been told. */
export type DueTelling = { readonly address: string; readonly match: string; readonly demand: string };

const Signed = z.object({ matchId: z.string() });

/** The match that a link leads to, as its token (RFC 7515) says to anyone. */
const matchOf = (token: string): string =>
  Signed.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).matchId;

/** Which matches a mail says are open, and which are open no longer: those stand on a line of their own, without a link. */
function matchesIn(text: string): ReadonlyMap<string, boolean> {
  const open = text.matchAll(/\/v1\/match-page\?token=([\w.-]+)/g);
  const ended = text.matchAll(/^ +(match-[0-9a-f]{32})$/gm);
  return new Map([
    ...[...open].map(([, token = '']) => [matchOf(token), true] as const),
    ...[...ended].map(([, id = '']) => [id, false] as const),
  ]);
}

/** Reads who was told of what in these mails (in English). */
export function tellingsIn(mails: readonly Mail[]): Tellings {
  const counted = new Map<string, number>();
  const last = new Map<string, boolean>();
  const named: string[] = [];
  const again: string[] = [];
  let repeats = 0;
  for (const { to, text } of mails) {
    const more = Number(/^And (\d+) more match/m.exec(text)?.[1] ?? 0);
    const demand = /\/v1\/match-pages\?demand=(demand-[0-9a-f]{32})/.exec(text)?.[1];
    for (const { address } of to) {
      const knownBefore = again.length;
      if (demand) counted.set(`${address} ${demand}`, (counted.get(`${address} ${demand}`) ?? 0) + more);
      for (const [match, isOpen] of matchesIn(text)) {
        const telling = `${address} ${match}`;
        if (isOpen) named.push(telling);
        if (last.get(telling) === isOpen) again.push(telling);
        last.set(telling, isOpen);
      }
      if (again.length > knownBefore) repeats += 1;
    }
  }
  return { named, last, counted, again, repeats };
}

/** Every mail in a mailbox, and what it tells. */
export async function readTellings(mailbox: string): Promise<Tellings> {
  return tellingsIn(z.array(Mail).parse(await (await fetch(`${mailbox}/api/email`)).json()));
}

/** The matches that no mail names as open, where their demand's mails do not speak of as many more. */
export function untold(due: readonly DueTelling[], { last, counted }: Tellings): readonly string[] {
  const missing = due.filter(({ address, match }) => last.get(`${address} ${match}`) !== true);
  return [...Map.groupBy(missing, ({ address, demand }) => `${address} ${demand}`)].flatMap(([contact, ones]) =>
    ones.length <= (counted.get(contact) ?? 0) ? [] : ones.map(({ address, match }) => `${address} ${match}`),
  );
}

/** What each contact was told last is open. */
export const toldOpen = ({ last }: Tellings): readonly { readonly address: string; readonly match: string }[] =>
  [...last].flatMap(([telling, isOpen]) => {
    const [address = '', match = ''] = telling.split(' ');
    return isOpen ? [{ address, match }] : [];
  });
