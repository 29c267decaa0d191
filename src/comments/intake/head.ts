import { largestForm } from '../../core/comments/form.ts';
import type { AnswerCode } from './answers.ts';

/** Returns a header of a request. */
export type HeaderOf = (name: string) => string | undefined;

/**
 * Check everything about a form that is known before its body, cheapest checks first.
 *
 * @param origins Where forms come from. Old browsers send no origin.
 */
export function checkHead(header: HeaderOf, origins: readonly string[]): AnswerCode | undefined {
  if (!formType.test(header('content-type') ?? '')) return 'type';
  const length = header('content-length');
  if (length === undefined || header('transfer-encoding') !== undefined) return 'length';
  if (!/^\d{1,9}$/.test(length) || Number(length) > largestForm) return 'size';
  return checkOrigin(header, origins);
}

/** Check where a request comes from, if it says so. */
export function checkOrigin(header: HeaderOf, origins: readonly string[]): AnswerCode | undefined {
  const origin = header('origin');
  return origin === undefined || origins.includes(origin) ? undefined : 'origin';
}

const formType = /^application\/x-www-form-urlencoded(?:\s*;\s*charset="?utf-8"?)?$/i;
