import * as z from 'zod';
import { AuditEntry } from '../../../domain/audit/audit.ts';
import { ActionArea } from '../../../domain/vocabulary/action-areas.ts';
import { Bilingual } from '../../../domain/vocabulary/bilingual.ts';
import { FlowRule } from '../../../domain/vocabulary/cross-border-rules.ts';
import { DcatTheme } from '../../../domain/vocabulary/dcat-themes.ts';
import { DeliveryMode } from '../../../domain/vocabulary/delivery-modes.ts';
import { Industry } from '../../../domain/vocabulary/industries.ts';
import { PurposeRule } from '../../../domain/vocabulary/purpose-rules.ts';
import { TableMeta } from '../../../domain/vocabulary/rule-row.ts';
import { LevelRow, TradabilityRow } from '../../../domain/vocabulary/security-levels.ts';
import { SchemeRow } from '../../../domain/vocabulary/security-schemes.ts';
import { SourcedTag } from '../../../domain/vocabulary/tag-sources.ts';
import { pageOf } from './page.ts';

export const AuditPage = pageOf(AuditEntry);

export const HealthAnswer = z.strictObject({ status: z.literal('ok') });

/** This document. */
export const OpenApiAnswer = z.looseObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.looseObject({}),
  paths: z.record(z.string(), z.unknown()),
});

const editionsOf = <T extends z.ZodType>(row: T) =>
  z.array(z.strictObject({ ...TableMeta.shape, rows: z.array(row) })).min(1);

/** Every id that a listing may use. */
export const VocabularyAnswer = z.strictObject({
  notice: Bilingual,
  domains: z.array(Industry),
  actionAreas: z.array(ActionArea),
  dcatThemes: z.array(DcatTheme),
  securityLevels: z.array(LevelRow),
  tradability: editionsOf(TradabilityRow),
  securitySchemes: z.strictObject({ asOf: z.iso.date(), schemes: z.array(SchemeRow) }),
  purposeRules: editionsOf(PurposeRule),
  crossBorderRules: editionsOf(FlowRule),
  complianceTags: z.array(SourcedTag),
  purposes: z.array(SourcedTag),
  deliveryModes: z.array(z.strictObject({ id: DeliveryMode, ...Bilingual.shape })),
});
