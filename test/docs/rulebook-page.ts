import { actionAreas } from '../../domain/vocabulary/action-areas.ts';
import { type FlowRule, flowRuleEditions } from '../../domain/vocabulary/cross-border-rules.ts';
import { dcatThemes } from '../../domain/vocabulary/dcat-themes.ts';
import { industries } from '../../domain/vocabulary/industries.ts';
import { purposeRuleEditions } from '../../domain/vocabulary/purpose-rules.ts';
import type { RuleRow } from '../../domain/vocabulary/rule-row.ts';
import { securityLevels, tradabilityEditions } from '../../domain/vocabulary/security-levels.ts';
import { securitySchemes } from '../../domain/vocabulary/security-schemes.ts';
import { sourcedTags } from '../../domain/vocabulary/tag-sources.ts';

const [purposeRules] = purposeRuleEditions;
const [flowRules] = flowRuleEditions;
const [tradability] = tradabilityEditions;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ') || '-';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const needs = ({ allOf, anyOf }: RuleRow): string =>
  [
    ...allOf.map((tag) => `\`${tag}\``),
    ...anyOf.map((group) => `(${group.map((tag) => `\`${tag}\``).join(' or ')})`),
  ].join(', ');
const mark = (verification: string): string => (verification === 'verified' ? 'verified' : 'general knowledge');
const bilingual = ({ zh, en }: { readonly zh: string; readonly en: string }): string => `${en} / ${zh}`;
const codes = (list: readonly string[]): string => list.join(' ');

function conditionsOf({ conditions, volume }: FlowRule): string {
  const said = Object.entries(conditions).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [...said, ...(volume ? [`persons a year: ${JSON.stringify(volume)}`] : [])].join('; ');
}

/** docs/rulebook.md: every rule table as it is applied. */
export function rulebookPage(): string {
  return `# Rulebook

Every table that matches are judged by, written out from \`domain/vocabulary/data\`; a test keeps this page equal to it
(\`npx vitest run test/docs -u\` writes it). How they are applied stands in [matching.md](matching.md), how they are changed in
[changing-rules.md](changing-rules.md). Rows marked "general knowledge" were not verified against their source. This is **no legal
advice**.

## Security levels

${table(
  ['level', 'name'],
  securityLevels.map((row) => [String(row.level), bilingual(row)]),
)}

## What may be traded

${table(
  ['class', 'level', 'tradable', 'needs', 'delivery', 'basis', 'mark'],
  tradability.rows.map((row) => [
    row.securityClass,
    String(row.scale ?? 'any'),
    row.tradable,
    row.requireAllOf.map((tag) => `\`${tag}\``).join(', '),
    (row.deliveryAllowed ?? ['any']).join(', '),
    bilingual(row.citation),
    mark(row.verification),
  ]),
)}

## Grades of the schemes

${table(
  ['scheme', 'grade', 'level'],
  securitySchemes.flatMap((scheme) =>
    scheme.levels.map((grade) => [
      `\`${scheme.id}\``,
      `${grade.native} (${bilingual(grade)})`,
      grade.scale === null ? 'never listed' : String(grade.scale),
    ]),
  ),
)}

## What a purpose asks for

Version ${purposeRules.version}, facts as of ${purposeRules.asOf}.

${table(
  ['row', 'purposes', 'kind', 'state', 'outcome', 'needs', 'forbids', 'basis', 'mark'],
  purposeRules.rows.map((row) => [
    row.id,
    row.purposes.map((purpose) => purpose.replace('purpose-', '')).join(', '),
    row.dataKind,
    row.state,
    row.outcome,
    needs(row),
    row.forbid.map((tag) => `\`${tag}\``).join(', '),
    bilingual(row.citation),
    mark(row.verification),
  ]),
)}

## Flows between places

Version ${flowRules.version}, facts as of ${flowRules.asOf}. The first row that matches decides.

${table(
  ['row', 'from', 'to', 'kind', 'class', 'conditions', 'outcome', 'needs', 'basis', 'mark'],
  flowRules.rows.map((row) => [
    row.id,
    codes(row.from),
    codes(row.to),
    row.dataKind,
    row.securityClass,
    conditionsOf(row),
    row.outcome,
    needs(row),
    bilingual(row.citation),
    mark(row.verification),
  ]),
)}

## Compliance tags

${table(
  ['tag', 'kind', 'name', 'implies', 'conflicts with', 'requires', 'mark'],
  sourcedTags.map((row) => [
    `\`${row.id}\``,
    row.kind,
    bilingual(row),
    codes(row.implies),
    codes(row.conflicts),
    codes(row.requires),
    mark(row.verification),
  ]),
)}

## Domains

${table(
  ['code', 'in', 'name'],
  industries.map((row) => [row.code, row.parent ?? '', bilingual(row)]),
)}

## Action areas (Data Elements ×), an editorial mapping

${table(
  ['area', 'name', 'sections', 'divisions'],
  actionAreas.map((row) => [`\`${row.id}\``, bilingual(row), codes(row.sections), codes(row.divisions)]),
)}

## Data themes of DCAT-AP, an editorial mapping

${table(
  ['theme', 'name', 'sections', 'divisions'],
  dcatThemes.map((row) => [row.code, bilingual(row), codes(row.sections), codes(row.divisions)]),
)}
`;
}
