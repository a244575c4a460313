import type { SlipKind } from './slip-kind.ts';

type Asked = Extract<
  SlipKind,
  'images' | 'own-device' | 'unusual-contact' | 'school-account' | 'software' | 'off-site' | 'new-technology'
>;
type Told = Extract<
  SlipKind,
  'social-tie' | 'contact-begun' | 'deviation' | 'misread' | 'posted' | 'parent-message' | 'lost' | 'images'
>;

const topics = <Kind extends SlipKind>(list: readonly (readonly [Kind, RegExp])[]) => list;

/** What a permission is for, by its words; the first that fits. */
export const askTopics = topics<Asked>([
  [
    'own-device',
    /\b(?:personal|own|private) (?:recording )?(?:equipment|devices?|phones?|mobiles?|cameras?|items|laptops?)|your phone\b/,
  ],
  ['images', /\b(?:images?|photograph|photo|pictures?|film|recording equipment|camera)/],
  ['off-site', /\boff (?:of )?(?:the )?(?:school )?site\b|\boff the premises\b|\babroad\b/],
  ['new-technology', /\b(?:new to the school|emerging technolog|new technolog|buys or tries a service)/],
  ['software', /\b(?:software|hardware|download|install|apps?\b|add-ons?|internet settings)/],
  [
    'unusual-contact',
    /\b(?:contact details|contact with|to write to a pupil|ring, text|telephone call to a parent|letters?|email systems|emails? to|message to all families|to families|pupil direct|school story|notices|money, meals|class email|may use which channel|care plan|students using social media|contact students)/,
  ],
  [
    'school-account',
    /\b(?:page, group|twitter|tweet|website|web site|page\b|intranet|vle|channel or account|school accounts?|network(?:ing)? site|forum|account, page|fundraising)/,
  ],
  ['own-device', /\b(?:tele)?phones?\b/],
]);

/** What is told, by its words; the first that fits. */
export const tellTopics = topics<Told>([
  ['images', /\b(?:taking pictures|photography)/],
  ['parent-message', /\b(?:parent's message|parent[^.]{0,30}message|hostile comments|community pages)/],
  ['deviation', /\b(?:against the code|no rule fits|policy in error|not covered|had to act|justification|contravene)/],
  ['misread', /\b(?:misunderstood|misinterpreted|misconstrued|nobody knew|refer (?:yourself|themselves)|fell short)/],
  ['posted', /\b(?:posted|online about you|content posted)/],
  ['lost', /\b(?:lost|loss|stolen|theft|password|missing)\b/],
  [
    'contact-begun',
    /\b(?:asks to connect|gets hold of your number|(?:friend(?:ship)?|follow) requests?|requests? for contact|is a pupil, leave)/,
  ],
  [
    'social-tie',
    /\b(?:social (?:contact|circle)|outside school|by chance|contact with a pupil|friendships?|were friends|friend of the pupil|related to a pupil|connections with parents|exchanged numbers|games with pupils)/,
  ],
]);

/** What is a matter for a report: harm, misuse, breaches, bullying, what came up by mistake. */
export const reportWords =
  /\b(?:safeguarding (?:issue|matter|concern|data|lead|log)|child's safety|child(?:ren)? safety|protect a child|worr(?:y|ying|ied)|concerns?|uneasy|infatuat|wrong recipient|colleague|groomed|radicali|suicid|harmed|risk of harm|self-harm|fraud|without authority|fostering|contact between a member of staff and a pupil|pictures of children|allegations?|misuse|abuse|bull(?:y|ied|ying)|cyberbullying|threats?|harassment|breach|near miss|virus|ransomware|indecent|unsuitable|inappropriate|prohibited|weak point|contacts a pupil|in distress|whistle|incidents?|in your name|of a pupil on a private device|unsafe|crime(?! (?:number|reference))|designated safeguarding lead|dsl)/;
