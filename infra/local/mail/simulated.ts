/** What a server of the world may say of a reader, by the name before the @ of addresses under this domain. */
const simulator = 'simulator.example';

const answers: ReadonlyMap<string, readonly [code: number, words: string]> = new Map([
  ['gone', [550, '5.1.1 No such user here']],
  ['full', [552, '5.2.2 Mailbox full']],
  ['policy', [550, '5.7.1 Not wanted here']],
]);

/** Answers that a server gives at the first try to each reader, as greylisting does (RFC 6647). */
const first: ReadonlyMap<string, readonly [code: number, words: string]> = new Map([
  ['greylisted', [451, '4.7.1 Come back later']],
]);

/** Says no to addresses such as `gone@simulator.example`, or `gone+x@…`, as a real server would; nobody else is said no to. */
export function makeSimulator(): (address: string) => Error | undefined {
  const seen = new Set<string>();
  return (address) => {
    const [, name = ''] = new RegExp(`^([a-z]+)(?:\\+[^@]*)?@${simulator}$`, 'i').exec(address) ?? [];
    const isFirst = !seen.has(address);
    seen.add(address);
    const answer = answers.get(name.toLowerCase()) ?? (isFirst ? first.get(name.toLowerCase()) : undefined);
    return answer && Object.assign(new Error(answer[1]), { responseCode: answer[0] });
  };
}
