/** The mail by which an administrator sees that mails go out. */
export const TEST_MAIL = {
  subject: 'Holdfast: mails go out',
  body: 'You asked for this mail on the site check. Jira took it, so that what Holdfast tells people by mail goes out too.',
} as const;
