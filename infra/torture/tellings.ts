import { z } from 'zod';

/** A mail as the mailbox's page answers it. */
const Mail = z.object({ to: z.array(z.object({ address: z.string() })), text: z.string().default('') });
type Mail = z.infer<typeof Mail>;

/** What a mailbox says of who was told what. */
export type Tellings = {
  /** Every time that a contact was told of a match, as `address match`. */
  readonly named: readonly string[];
  /** Of how many further matches a contact was told by number alone, by `address demand`: a mail has no room for all. */
  readonly counted: ReadonlyMap<string, number>;
  /** Mails that name a match of which their reader was told by an earlier one. */
  readonly repeats: number;
};

/** A match of which its buyer must have been told. */
export type DueTelling = { readonly address: string; readonly match: string; readonly demand: string };

/** Reads who was told of what in these mails (in English). */
export function tellingsIn(mails: readonly Mail[]): Tellings {
  const counted = new Map<string, number>();
  const known = new Set<string>();
  let repeats = 0;
  const named = mails.flatMap(({ to, text }) => {
    const more = Number(/^And (\d+) more match/m.exec(text)?.[1] ?? 0);
    const demand = /\/v1\/matches\?demand=(demand-[0-9a-f]{32})/.exec(text)?.[1];
    for (const { address } of to) {
      if (demand) counted.set(`${address} ${demand}`, (counted.get(`${address} ${demand}`) ?? 0) + more);
    }
    const matches = new Set(text.match(/match-[0-9a-f]{32}/g));
    const tellings = to.flatMap(({ address }) => [...matches].map((match) => `${address} ${match}`));
    if (tellings.some((telling) => known.has(telling))) repeats += 1;
    for (const telling of tellings) known.add(telling);
    return tellings;
  });
  return { named, counted, repeats };
}

/** Every mail in a mailbox, and what it tells. */
export async function readTellings(mailbox: string): Promise<Tellings> {
  return tellingsIn(z.array(Mail).parse(await (await fetch(`${mailbox}/api/email`)).json()));
}

/** Told twice of one match by name, as `address match`. */
export const toldTwice = ({ named }: Tellings): readonly string[] =>
  [...Map.groupBy(named, (telling) => telling)].flatMap(([telling, times]) => (times.length > 1 ? [telling] : []));

/** The matches that no mail names, where their demand's mails do not speak of as many more. */
export function untold(due: readonly DueTelling[], { named, counted }: Tellings): readonly string[] {
  const known = new Set(named);
  const missing = due.filter(({ address, match }) => !known.has(`${address} ${match}`));
  return [...Map.groupBy(missing, ({ address, demand }) => `${address} ${demand}`)].flatMap(([contact, ones]) =>
    ones.length <= (counted.get(contact) ?? 0) ? [] : ones.map(({ address, match }) => `${address} ${match}`),
  );
}
