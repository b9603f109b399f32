import { STRICT } from '../../src/switches';
import { closeWorlds, handlers, world } from './fixture/host';

afterEach(closeWorlds);

const seenBy = async (licence: 'none' | 'active' | 'inactive'): Promise<readonly unknown[]> => {
  const seen: unknown[] = [];
  const note = (_event: unknown, context: { license?: unknown }) => void seen.push(context.license);
  const w = world({
    loader: handlers({
      sweep: note,
      validate: (event, context) => {
        note(event, context);
        return { result: true };
      },
      resolve: ({ context }: { context: { license?: unknown } }, second: { license?: unknown }) => {
        seen.push(context.license, second.license);
        return {};
      },
    }),
    switches: () => ({ ...STRICT, licence }),
  });
  await w.host.fire('hourly');
  await w.host.validate('validator', {
    issue: { key: 'APP-1' },
    configuration: {},
    transition: { from: { id: '1' }, to: { id: '2' }, modifiedFields: {} },
  });
  await w.ask('anything');
  return seen;
};

test('functions hear nothing of a licence where Forge knows of none, and otherwise whether it is active', async () => {
  expect(await seenBy('none')).toEqual([undefined, undefined, undefined, undefined]);
  expect(await seenBy('active')).toEqual(Array.from({ length: 4 }, () => ({ active: true })));
  expect(await seenBy('inactive')).toEqual(Array.from({ length: 4 }, () => ({ active: false })));
});
