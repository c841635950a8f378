import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import type { CountPhrases } from './remedy-lines.ts';

/** The fixed words of the mail about a demand that found nothing for long. */
type NothingYetPhrases = CountPhrases & {
  readonly subject: (weeks: number, title: string) => string;
  readonly preview: string;
  readonly heading: (weeks: number) => string;
  readonly demand: string;
  readonly goesOn: string;
  readonly youCould: string;
  /** What is said where no remedy of the buyer's own is known. */
  readonly widen: readonly string[];
  readonly open: string;
  readonly estimated: string;
  readonly reminder: (zone: string) => string;
};

const zh: NothingYetPhrases = {
  subject: (weeks, title) => `《${title}》已 ${weeks} 周没有匹配的供给：可以这样做`,
  preview: '这项需求仍在匹配；以下办法可使更多供给符合。',
  heading: (weeks) => `已 ${weeks} 周没有匹配的供给`,
  demand: '您的需求：',
  goesOn: '这项需求仍然有效：每有新的供给登记，都会立即判断，找到匹配即发邮件告知。',
  youCould: '可以这样做',
  exactly: (count, remedy) => `${remedy}：至少 ${count} 条供给会匹配。`,
  under: (count, remedy) => `${remedy}：会匹配的供给少于 ${count} 条。`,
  widen: [
    '增加相近的领域，或改为上一级领域。',
    '只把确实不可缺少的字段和合规标签设为必需，其余列为优先。',
    '接受更多交付方式，例如数据沙箱或隐私计算。',
  ],
  open: '打开这项需求',
  estimated: '以上为按现有供给推算的提示；不说明是哪些供给。少于五条的不告知确切数目，可能为零。',
  reminder: (zone) => `本邮件由${zone}发送：贵机构在此登记了这项数据需求，并将您列为联系人。`,
};

const weeksEn = (weeks: number): string => (weeks === 1 ? '1 week' : `${weeks} weeks`);

const en: NothingYetPhrases = {
  subject: (weeks, title) => `“${title}” has found no offer for ${weeksEn(weeks)}: what would help`,
  preview: 'The demand is still matched; these steps would let more offers fit.',
  heading: (weeks) => `No matching offer for ${weeksEn(weeks)}`,
  demand: 'Your demand: ',
  goesOn: 'The demand stays open: each new offer is judged as it is posted, and you are mailed as soon as one fits.',
  youCould: 'What you could do',
  exactly: (count, remedy) => `At least ${count} offers would match if you ${remedy}.`,
  under: (count, remedy) => `Fewer than ${count} offers would match if you ${remedy}.`,
  widen: [
    'Name neighbouring domains too, or the section above yours.',
    'Require only the fields and tags that you cannot do without, and prefer the others.',
    'Accept more delivery modes, such as a sandbox or privacy computing.',
  ],
  open: 'Open this demand',
  estimated:
    'Worked out from the offers of today; it is not told which. Numbers below five are not told exactly, and may be none.',
  reminder: (zone) => `Sent by ${zone}: your organization posted this demand there and named you as its contact.`,
};

/** The words in the reader's language. */
export const nothingYetPhrases: Readonly<Record<Locale, NothingYetPhrases>> = { 'zh-CN': zh, en };
