import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Notice } from '../ui/notice';
import type { People } from '../ui/person';
import { SkeletonLines } from '../ui/skeleton';
import { Text, useText } from '../ui/text';
import type { UserField } from './model/jira-shapes';
import type { OwnerKind } from './owner-kind';
import type { Editor, SaveOutcome } from './use-editor';

const FollowReview = lazy(() => import('./lazy-parts').then((file) => ({ default: file.FollowReview })));

/** Where the policy comes from, who may change it, and the way to decide for oneself or to follow again. */
export function PolicySourceNotice({
  editor,
  kind,
  mayChange,
  fields,
  people,
  onFollow,
}: {
  editor: Editor;
  kind: OwnerKind;
  mayChange: boolean;
  fields: readonly UserField[];
  people: People;
  onFollow: () => Promise<SaveOutcome>;
}) {
  const t = useText();
  const [leaving, setLeaving] = useState(false);
  const { inherited, deciding, setDeciding } = editor;
  if (kind === 'site') {
    return (
      <Notice title={t(inherited ? 'policy.siteShippedTitle' : 'policy.siteOwnTitle')}>
        <Text id={inherited ? 'policy.siteShippedBody' : 'policy.siteOwnBody'} />
      </Notice>
    );
  }
  if (!mayChange) {
    return (
      <Notice title={t('policy.readOnlyTitle')}>
        <p>
          <Text id="policy.readOnlyBody" />
        </p>
        {inherited && (
          <p>
            <Text id="policy.followsBody" />
          </p>
        )}
      </Notice>
    );
  }
  if (inherited) {
    return (
      <Notice
        title={t(deciding ? 'policy.decidingTitle' : 'policy.followsTitle')}
        actions={
          <Button spacing="compact" onClick={() => setDeciding(!deciding)}>
            {t(deciding ? 'policy.keepFollowing' : 'policy.decide')}
          </Button>
        }
      >
        <Text id={deciding ? 'policy.decidingBody' : 'policy.followsBody'} />
      </Notice>
    );
  }
  return leaving ? (
    <Suspense fallback={<SkeletonLines lines={4} />}>
      <FollowReview
        editor={editor}
        fields={fields}
        people={people}
        onFollow={onFollow}
        onCancel={() => setLeaving(false)}
      />
    </Suspense>
  ) : (
    <Notice
      title={t('policy.ownTitle')}
      actions={
        <Button spacing="compact" onClick={() => setLeaving(true)}>
          {t('policy.follow')}
        </Button>
      }
    >
      <Text id="policy.ownBody" />
    </Notice>
  );
}
