import * as z from 'zod';
import type { Bilingual } from '../../vocabulary/bilingual.ts';
import { dataKindName, deliveryModeName, domainName, listOf, tagName } from '../../vocabulary/names.ts';

// The facts that many reasons take, and how they are said.

export const text = z.string();
export const level = z.number();
export const ids = z.array(z.string());
export const count = z.number();
export const basis = { basisZh: text, basisEn: text };
export const lack = { missing: ids, choices: ids };

export const tags = (list: readonly string[]): Bilingual => listOf(list.map(tagName));
export const modes = (list: readonly string[]): Bilingual => listOf(list.map(deliveryModeName));
export const domains = (list: readonly string[]): Bilingual => listOf(list.map(domainName));
export const kinds = (list: readonly string[]): Bilingual => listOf(list.map(dataKindName));

type Lack = { readonly missing: readonly string[]; readonly choices: readonly string[] };
export const isLacking = ({ missing, choices }: Lack): boolean => missing.length + choices.length > 0;

/** What is missing as one phrase; of a group one is enough. */
export function lacking({ missing, choices }: Lack): Bilingual {
  const groups = choices.map((choice) => {
    const names = choice.split('|').map(tagName);
    return {
      zh: `以下任一项（${names.map(({ zh }) => zh).join('、')}）`,
      en: `one of (${names.map(({ en }) => en).join(' / ')})`,
    };
  });
  return listOf([...missing.map(tagName), ...groups]);
}
