import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { boot } from '../app/boot';
import { onPageBuilt } from '../app/changes';
import { Dialog } from '../app/Dialog';
import { closeFlag, showFlag } from '../app/live';
import { realtimeOf } from '../app/realtime';
import { invokeResolver } from '../app/sandbox';
import { useColorMode } from '../app/session';
import { Failure, Skeleton } from '../app/ui';
import { useWorld } from '../app/world';
import { commonCommands } from './commands';
import type { Extension, ShellModule } from '../../../modules/shown';
import { forgeContext } from './context';
import { findIn, hostFrame, type Commands, type FrameHost } from './frame-host';
import { modalExtension, modalRequest, type ModalRequest } from './modal';
import { moduleAddress } from './module-address';
import { realtimeCommands } from './realtime';

/** What Forge's iframes may do. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads';
const EMPTY_HEIGHT = 120;
/** The bridge reports before its page has loaded; a page that never reports was not one of the app's. */
const BRIDGE_PATIENCE_MS = 500;
const NO_BRIDGE = new Error('The app’s page did not answer. Run “npm run build” and reload.');
/** Tells the stand-in that a REST call comes from the app's page, not from Jira's own. */
const MODULE_HEADER = 'x-sandbox-module';

const go = (url: string, newTab: boolean, external: boolean): boolean => {
  if (external && !window.confirm(`This link leads away from Jira, to ${url}. Open it in a new tab?`))
    return false;
  if (newTab || external) window.open(url, '_blank', 'noopener');
  else window.location.assign(url);
  return true;
};

interface Props {
  readonly module: ShellModule;
  readonly extension: Extension;
  /** The page's address; by default the module's own. */
  readonly src?: string | undefined;
  /** Says to assistive technology what the frame holds. */
  readonly title: string;
  /** Answers that only this place gives, such as `refresh` or `close`. */
  readonly commands?: Commands | undefined;
  readonly minHeight?: number | undefined;
  /** The frame takes the place it is given and scrolls inside; otherwise it is as tall as its content. */
  readonly fills?: boolean;
}

/** A page of the app in a frame as Forge sets it up, with the bridge answered. */
export const ForgeFrame = ({
  module,
  extension,
  src = module.pages['main'],
  title,
  commands,
  minHeight = 0,
  fills = false,
}: Props) => {
  const { client, me } = useWorld();
  const colorMode = useColorMode();
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<FrameHost | undefined>(undefined);
  const [height, setHeight] = useState<number | undefined>(module.viewportHeight);
  const [failed, setFailed] = useState(false);
  const [modal, setModal] = useState<ModalRequest>();
  // Commands are looked up when they are called: a page may hand over new ones with every render.
  const latest = useRef({ colorMode, extension, commands });
  latest.current = { colorMode, extension, commands };

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null || src === undefined) return;
    const context = () =>
      forgeContext(
        module,
        latest.current.extension,
        {
          ...boot.site,
          accountId: me.accountId,
          timezone: me.timeZone ?? 'UTC',
          locale: me.locale ?? 'en_US',
          siteUrl: window.location.origin,
        },
        latest.current.colorMode,
      );
    const common = commonCommands({
      origin: window.location.origin,
      moduleAddress,
      context,
      invoke: (functionKey, payload) =>
        invokeResolver(client, module.key, { functionKey, payload, context: context() }),
      send: (path, init) =>
        client.raw(path, { ...init, headers: [...new Headers(init.headers), [MODULE_HEADER, module.key]] }),
      showFlag: ({ appearance, type, isAutoDismiss, ...flag }) =>
        showFlag({ ...flag, kind: appearance ?? type, autoDismiss: isAutoDismiss }),
      closeFlag,
      go,
      reload: () => window.location.reload(),
    });
    const realtime = realtimeCommands(realtimeOf(client), () => ({
      moduleKey: module.key,
      extension: latest.current.extension,
    }));
    const own: Commands = {
      openModal: (data) => setModal(modalRequest(data, { src, module }, boot.resources)),
    };
    const connected = hostFrame(element, {
      find: findIn(() => [latest.current.commands, own, realtime.commands, common]),
      colorMode: latest.current.colorMode,
      onHeight: (next) => module.viewportHeight === undefined && setHeight(next),
    });
    host.current = connected;
    return () => {
      realtime.close();
      connected.disconnect();
    };
  }, [client, me, module, src]);

  useEffect(() => host.current?.setColorMode(colorMode), [colorMode]);
  useEffect(
    () =>
      onPageBuilt((page) => {
        if (src?.endsWith(`/${page}`)) frame.current?.contentWindow?.location.reload();
      }),
    [src],
  );

  if (src === undefined) return <p>The manifest names no page for this module.</p>;
  return (
    <>
      {failed && <Failure what={`${title} did not load`} error={NO_BRIDGE} />}
      {height === undefined && !failed && <Skeleton label={`Loading ${title}`} lines={3} />}
      <iframe
        ref={frame}
        className="forge-frame"
        src={src}
        title={title}
        sandbox={SANDBOX}
        hidden={failed}
        style={{
          height: fills ? '100%' : Math.max(height ?? EMPTY_HEIGHT, minHeight),
          visibility: height === undefined ? 'hidden' : 'visible',
        }}
        onLoad={() => setTimeout(() => setFailed(host.current?.connected() === false), BRIDGE_PATIENCE_MS)}
      />
      {modal && (
        <Dialog
          title={modal.title || module.title}
          size={modal.size}
          closeOnEscape={modal.closeOnEscape}
          closeOnOverlayClick={modal.closeOnOverlayClick}
          onClose={() => {
            setModal(undefined);
            void modal.onClose(undefined);
          }}
        >
          <ForgeFrame
            module={module}
            src={modal.src}
            extension={modalExtension(extension, modal)}
            title={modal.title || module.title}
            fills
            commands={{
              ...commands,
              close: (payload) => {
                setModal(undefined);
                void modal.onClose(payload);
              },
            }}
          />
        </Dialog>
      )}
    </>
  );
};
