import { useEffect, useState, type ReactNode } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { SiteCheckAnswer } from '../../../src/contract/answers';
import { call, type Failure } from '../../ui/call';
import { LoadProblem } from '../../ui/call-problem';
import { Notice } from '../../ui/notice';
import { SkeletonLines } from '../../ui/skeleton';
import { StateWord } from '../../ui/state-word';
import { useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { checkLines, leavingLines, lookLines, plainText, scopeLines, TONES, WORDS } from './lines';
import { ProjectsTable } from './projects-table';
import './texts';

/** Everything Holdfast takes for granted on this site, tried, with what to do where it is not so. */
export function SiteCheck() {
  const [found, setFound] = useState<SiteCheckAnswer | Failure | null>(null);
  const run = (mail = false) => {
    setFound(null);
    void call('site-check/run', { mail }).then(setFound);
  };
  useEffect(() => run(), []);
  if (!found) return <SkeletonLines lines={10} />;
  if (!found.ok) return <LoadProblem problem={found.error} onRetry={() => run()} />;
  return <Found answer={found} onAgain={run} />;
}

function Found({ answer, onAgain }: { answer: SiteCheckAnswer; onAgain: (mail?: boolean) => void }) {
  const t = useText();
  return (
    <Stack space="space.400">
      <Stack space="space.150">
        <p>
          <Text id="siteCheck.intro" />
        </p>
        <CopyPart answer={answer} onAgain={onAgain} />
      </Stack>
      <Part title={t('siteCheck.works')}>
        <Stack as="ul" role="list" space="space.150">
          {checkLines(answer, t).map(({ state, what, next }) => (
            <li key={what}>
              <Stack space="space.050">
                <Inline space="space.100" alignBlock="center" shouldWrap>
                  <StateWord tone={TONES[state]}>{t(WORDS[state])}</StateWord>
                  <strong>{what}</strong>
                </Inline>
                {next !== undefined && <p>{next}</p>}
              </Stack>
            </li>
          ))}
        </Stack>
        {scopeLines(answer, t).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Part>
      <Part title={t('siteCheck.projects')}>
        <ProjectsTable answer={answer} />
      </Part>
      <Part title={t('siteCheck.yourself')}>
        <List lines={lookLines(t)} />
      </Part>
      <Part title={t('siteCheck.leaving')}>
        <List lines={leavingLines(answer, t)} ordered />
      </Part>
    </Stack>
  );
}

function CopyPart({ answer, onAgain }: { answer: SiteCheckAnswer; onAgain: (mail?: boolean) => void }) {
  const t = useText();
  const { locale, timeZone } = useSurroundings();
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);
  const text = plainText(answer, t, { locale, timeZone });
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('notCopied'),
    );
  };
  return (
    <>
      <Inline space="space.100" shouldWrap>
        <Button onClick={copy}>{t('siteCheck.copy')}</Button>
        <Button onClick={() => onAgain(true)}>{t('siteCheck.sendMail')}</Button>
        <Button appearance="subtle" onClick={() => onAgain()}>
          {t('siteCheck.again')}
        </Button>
      </Inline>
      {outcome && (
        <Notice tone={outcome === 'copied' ? 'success' : 'warning'} urgent>
          <Text id={`siteCheck.${outcome}`} />
          {outcome === 'notCopied' && <pre>{text}</pre>}
        </Notice>
      )}
    </>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <Stack space="space.150">
      <h2 className="hf-heading">{title}</h2>
      {children}
    </Stack>
  </section>
);

const List = ({ lines, ordered = false }: { lines: readonly string[]; ordered?: boolean }) => {
  const As = ordered ? 'ol' : 'ul';
  return (
    <As>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </As>
  );
};
