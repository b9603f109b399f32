// Written by `npm run build` from texts/en/calendar.json.
import type { Value } from '../../../src/contract/texts/message';

export const texts = {
  "calendar.calendar": "Calendar",
  "calendar.clear": "Clear",
  "calendar.next": "Next month",
  "calendar.open": "open calendar",
  "calendar.previous": "Previous month",
  "calendar.unread": (v: { readonly typed: Value; readonly example: Value }) => ["“", v.typed, "” is not a day. Write it like ", v.example, "."],
};
