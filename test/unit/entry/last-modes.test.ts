import { lastModesOf, REMEMBERED } from '../../../src/entry/last-modes';

it('remembers the mode of a project that was read last', () => {
  const modes = lastModesOf('site-a');
  expect(modes.of('EXP')).toBeUndefined();
  modes.remember('EXP', 'enforce');
  modes.remember('EXP', 'observe');
  expect(lastModesOf('site-a').of('EXP')).toBe('observe');
});

it('tells one site nothing of another', () => {
  lastModesOf('site-b').remember('EXP', 'coach');
  expect(lastModesOf('site-c').of('EXP')).toBeUndefined();
});

it('remembers nothing where nobody says which site it is', () => {
  lastModesOf('').remember('EXP', 'coach');
  expect(lastModesOf('').of('EXP')).toBeUndefined();
});

it('forgets the project whose policy was read longest ago, and keeps the rest', () => {
  const modes = lastModesOf('site-d');
  for (let i = 0; i < REMEMBERED; i += 1) modes.remember(`P${i}`, 'coach');
  modes.remember('P0', 'coach');
  modes.remember('NEW', 'observe');
  expect(modes.of('P1')).toBeUndefined();
  expect(modes.of('P0')).toBe('coach');
  expect(modes.of('P2')).toBe('coach');
  expect(modes.of('NEW')).toBe('observe');
});
