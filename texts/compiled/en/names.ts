// Written by `npm run build` from texts/en/names.json.
import type { Value } from '../../../src/contract/texts/message';

export const texts = {
  "person.former": "a former colleague",
  "person.asked": "the person asked",
  "team.ofProject": (v: { readonly projectKey: Value }) => ["the ", v.projectKey, " team"],
  "team.unnamed": "people with no team named",
  "team.others": "other teams",
};
