import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { calls } from '../../../src/contract/calls';
import { defineCall, defineCommandCall } from '../../../src/contract/calls/define-call';

const keys: readonly string[] = calls.map(({ key }) => key);

test('every file of a call is listed once, under the key it is named after', () => {
  const folder = join(__dirname, '../../../src/contract/calls');
  const nouns = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = nouns.flatMap(({ name }) =>
    readdirSync(join(folder, name)).map((file) => `${name}/${file.replace(/\.ts$/, '')}`),
  );
  expect([...keys].sort()).toEqual(files.sort());
});

describe('a mistake in a call is an error of the compiler at the call', () => {
  type Output = () => z.ZodMiniType<{ ok: true }>;
  const ofAgreement = () => z.strictObject({ agreementId: z.string(), evidence: z.string() });
  const deliver = {
    key: 'agreement/deliver',
    command: 'deliver-agreement',
    access: 'item-or-provider',
    about: 'agreementId',
    may: ['provider'],
  } as const;

  test('when it is right, it is none', () => {
    expect(defineCommandCall({ ...deliver, input: ofAgreement }).key).toBe('agreement/deliver');
  });

  test('when the input lacks what the command wants', () => {
    const input = () => z.strictObject({ agreementId: z.string() });
    // @ts-expect-error the command wants evidence
    expect(defineCommandCall({ ...deliver, input }).input).toBe(input);
  });

  test('when the input has what the command does not take', () => {
    const input = () => z.extend(ofAgreement(), { reason: z.optional(z.string()) });
    // @ts-expect-error the command takes no reason
    expect(defineCommandCall({ ...deliver, input }).input).toBe(input);
  });

  test('when no field names whom the access lets in', () => {
    const { about: _, ...rest } = deliver;
    // @ts-expect-error property 'about' is missing
    expect(defineCommandCall({ ...rest, input: ofAgreement }).key).toBe('agreement/deliver');
  });

  test('when it is about a field that the input does not have', () => {
    const call = { key: 'rule/test', access: 'named-item-admin', may: ['lead'] } as const;
    // @ts-expect-error the input has no issueKey
    const defined = defineCall<Output>()({ ...call, input: ofAgreement, about: 'issueKey' });
    expect(defined.about).toBe('issueKey');
  });

  test('when it says something that no call says', () => {
    const call = { key: 'policy/get', access: 'project', may: ['lead'], input: ofAgreement } as const;
    // @ts-expect-error nobody reads `onDashbord`
    expect(defineCall<Output>()({ ...call, onDashbord: true }).key).toBe('policy/get');
  });
});
