import { findLead } from '../lead.ts';
import { withoutPersonalData } from '../personal-data.ts';
import { defineRule } from '../rule.ts';

/** The lead (ingress), where a page sets one apart. */
export default defineRule<string>({
  needs: [],
  read(page) {
    const lead = findLead(page);
    if (lead === undefined) return undefined;
    const value = withoutPersonalData(lead.text);
    return { value, evidence: { text: value, from: 'text' } };
  },
});
