import { TimeZone } from '../../domain/time.ts';
import { Jurisdiction } from '../../domain/vocabulary/jurisdictions.ts';
import { regionOf } from './regions.ts';
import type { Zone } from './zone.ts';

const idForm = /^[a-z]{2}(-[a-z0-9]+)+$/;
/** With `zonematch-` before it and a stack's part behind, it must be a name that every service takes. */
const longestId = 32;
const sinceForm = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Under whose law a place of GB/T 2260 is. */
function jurisdictionOf(code: string): 'CN' | 'HK' | 'MO' {
  if (code.startsWith('81')) return 'HK';
  return code.startsWith('82') ? 'MO' : 'CN';
}

/** `CN-GBA9` and `CN-FTZ` are parts of the mainland. */
const isMainland = (jurisdiction: string): boolean => jurisdiction === 'CN' || jurisdiction.startsWith('CN-');

function membersComplaints({ members, jurisdictions }: Zone): readonly string[] {
  const complaints = members.length === 0 ? ['The zone has no members: name at least one place.'] : [];
  for (const [index, { code, zh, en }] of members.entries()) {
    if (!/^\d{6}$/.test(code)) {
      complaints.push(`The zone's member “${code}” is no code of GB/T 2260: six digits.`);
      continue;
    }
    if (!zh.trim() || !en.trim()) complaints.push(`The zone's member ${code} needs a name in Chinese and in English.`);
    if (members.findIndex((other) => other.code === code) < index)
      complaints.push(`The zone's member ${code} is named twice.`);
    const own = jurisdictionOf(code);
    if (!jurisdictions.some((one) => (own === 'CN' ? isMainland(one) : one === own)))
      complaints.push(`The zone's member ${code} is under the law of ${own}, which is not among its jurisdictions.`);
  }
  return complaints;
}

function jurisdictionsComplaints({ jurisdictions, region }: Zone): readonly string[] {
  if (jurisdictions.length === 0) return ['The zone has no jurisdictions: name at least one.'];
  const onMainland = regionOf(region).jurisdiction === 'CN';
  return jurisdictions.flatMap((one) => {
    if (!Jurisdiction.safeParse(one).success) return [`The zone's jurisdiction “${one}” is none that the rules know.`];
    if (isMainland(one) === onMainland) return [];
    const where = onMainland ? 'is on the mainland' : 'is not on the mainland';
    return [`The zone's jurisdiction ${one} keeps its data on its own side, and the region ${region} ${where}.`];
  });
}

const isDay = (since: string): boolean =>
  sinceForm.test(since) && (since.length < 10 || new Date(since).toISOString().startsWith(since));

/** What is wrong with where a zone is and how it is known, in sentences. */
export function placeComplaints(zone: Zone): readonly string[] {
  const { id, name, since, timeZone, provenance } = zone;
  const complaints: string[] = [];
  if (!idForm.test(id) || id.length > longestId)
    complaints.push(
      `The zone's id “${id}” must be like cn-gz-bigdata: small letters, digits and -, ${longestId} at most.`,
    );
  if (!name.zh.trim() || !name.en.trim()) complaints.push("The zone's name is needed in Chinese and in English.");
  if (!isDay(since)) complaints.push(`The zone's since “${since}” must be a year, a month or a day, as 2016-10-08.`);
  if (!TimeZone.safeParse(timeZone).success)
    complaints.push(`The zone's timeZone “${timeZone}” is none that there is, such as Asia/Shanghai.`);
  if (!provenance.source.trim()) complaints.push("The zone's provenance.source must say where its facts are from.");
  return [...complaints, ...membersComplaints(zone), ...jurisdictionsComplaints(zone)];
}
