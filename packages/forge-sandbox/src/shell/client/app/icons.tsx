import type { ReactNode } from 'react';

const Svg = ({ children, size = 16 }: { children: ReactNode; size?: number }) => (
  <svg
    className="icon"
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
);
const stroke = {
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export const ChevronDown = () => (
  <Svg>
    <path d="m4.5 6.5 3.5 3.5 3.5-3.5" {...stroke} />
  </Svg>
);
export const MoreIcon = () => (
  <Svg>
    <g fill="currentColor">
      <circle cx="3.25" cy="8" r="1.35" />
      <circle cx="8" cy="8" r="1.35" />
      <circle cx="12.75" cy="8" r="1.35" />
    </g>
  </Svg>
);
export const ClockIcon = () => (
  <Svg>
    <circle cx="8" cy="8" r="6" {...stroke} />
    <path d="M8 4.75V8l2.25 1.5" {...stroke} />
  </Svg>
);
export const InboxIcon = () => (
  <Svg>
    <rect x="1.75" y="3" width="12.5" height="10" rx="1.5" {...stroke} />
    <path d="m2.25 4 5.75 4.5L13.75 4" {...stroke} />
  </Svg>
);
export const SunIcon = () => (
  <Svg>
    <circle cx="8" cy="8" r="2.75" {...stroke} />
    <path
      d="M8 1.25v1.5M8 13.25v1.5M1.25 8h1.5M13.25 8h1.5M3.25 3.25l1 1M11.75 11.75l1 1M12.75 3.25l-1 1M4.25 11.75l-1 1"
      {...stroke}
    />
  </Svg>
);
export const MoonIcon = () => (
  <Svg>
    <path d="M13.5 9.6A5.75 5.75 0 0 1 6.4 2.5a5.75 5.75 0 1 0 7.1 7.1Z" {...stroke} />
  </Svg>
);
export const CheckIcon = () => (
  <Svg>
    <path d="m3 8.5 3.25 3.25L13 4.75" {...stroke} />
  </Svg>
);
export const CrossIcon = () => (
  <Svg>
    <path d="m4 4 8 8M12 4l-8 8" {...stroke} />
  </Svg>
);
export const InfoIcon = () => (
  <Svg>
    <circle cx="8" cy="8" r="6.25" {...stroke} />
    <path d="M8 7.25v3.5" {...stroke} />
    <circle cx="8" cy="5" r=".9" fill="currentColor" />
  </Svg>
);
export const WarningIcon = () => (
  <Svg>
    <path d="M8 2 14.5 13.5h-13L8 2Z" {...stroke} />
    <path d="M8 6.5v3" {...stroke} />
    <circle cx="8" cy="11.5" r=".8" fill="currentColor" />
  </Svg>
);
export const BoardIcon = () => (
  <Svg>
    <rect x="1.75" y="2.5" width="12.5" height="11" rx="1.5" {...stroke} />
    <path d="M6 2.5v11M10 2.5v11" {...stroke} />
  </Svg>
);
export const AppIcon = () => (
  <Svg>
    <path d="M8 1.75 13.5 5v6L8 14.25 2.5 11V5L8 1.75Z" {...stroke} />
    <path d="M2.75 5 8 8l5.25-3M8 8v6" {...stroke} />
  </Svg>
);
export const FlowIcon = () => (
  <Svg>
    <rect x="1.75" y="2" width="5" height="4" rx="1" {...stroke} />
    <rect x="9.25" y="10" width="5" height="4" rx="1" {...stroke} />
    <path d="M4.25 6v4.5c0 .8.7 1.5 1.5 1.5h3.5" {...stroke} />
  </Svg>
);
export const GearIcon = () => (
  <Svg>
    <circle cx="8" cy="8" r="2" {...stroke} />
    <path
      d="M8 1.75v2M8 12.25v2M1.75 8h2M12.25 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4"
      {...stroke}
    />
  </Svg>
);

/** Jira's work type icons: a white glyph on the type's colour. The name is said beside it or by the caller. */
export const TypeIcon = ({ name }: { name: string }) => {
  const kind = /epic/i.test(name)
    ? 'epic'
    : /bug/i.test(name)
      ? 'bug'
      : /story/i.test(name)
        ? 'story'
        : 'task';
  return (
    <span className={`type-icon type-${kind}`} role="img" aria-label={name} title={name}>
      <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
        {kind === 'epic' && <path d="M9 2.5 4 9h3.2L7 13.5 12 7H8.8L9 2.5Z" />}
        {kind === 'story' && <path d="M4.5 3h7v10L8 10.25 4.5 13V3Z" />}
        {kind === 'bug' && <circle cx="8" cy="8" r="3.75" />}
        {kind === 'task' && (
          <path
            d="m4 8.2 2.8 2.8L12 5.4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.9"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        )}
      </svg>
    </span>
  );
};
