import { listed } from '../../listed.ts';
import type { DangerSign } from '../sign.ts';

/** That a child is not where it should be, or is being taken or led away. */
export const missingDangers: readonly DangerSign[] = [
  {
    about: 'missing child',
    patterns: listed(String.raw`
      (?:cannot|could not|unable to|not able to|still not|failed to|nobody can|no one can|have not|has not|not) (?:been able to )?(?:find|found|locate|located|trace|spot|see) (?:him|her|them|one of (?:my|our|the|them|mine|ours)(?! (?:keys|books|forms|laptops|ipads))|_{kid}(?! (?:file|form|record|report|book|passport|medical|consent)s?))
      (?:cannot|could not|still not) find (?!(?:the|my|a|an|any\w*|it|where|out|what|how|this|that|one|our|which|who|your|his|some\w*|no\w*|enough|time|information|info|guidance|policy|policies|details|these|those|cover|parking|mr|mrs|miss|staff)\b)\w+(?: \w+)?(?: anywhere| and|$| we| he| she)
      {child} & (?:missing|vanished|disappeared|nowhere to be (?:seen|found)|unaccounted|not accounted|awol|gone awol|no sign of) ; (?:he|she|they|{child}) _(?:is|are|has|have|gone|went|still) missing ; no sign of (?:him|her|them)
      {child} (?:has |is |have |are |just )?gone(?: from| and (?:nobody|no one|we|not)| missing|$| his| her| side| nobody| again) ; {child|he|she} & gone & (?:look\w* everywhere|search\w*|nobody|no one|gates? (?:was|is|open)|not in (?:his|her|class|the)|bag|coat|left a note|cannot find|not answering|phone off)
      (?:look\w*|search\w*|check\w*) (?:everywhere|all over|the whole|high and low|every room|all the toilets) & (?:{child}|he|she|him|her|they|them)
      (?:nobody|no one|noone|none of us|not one of us|i do not|we do not|dont|staff do not) _(?:seen|saw|knows?|sure|know) _(?:him|her|them|where|since|{child}) & (?:{child}|he|she|him|her|they|gone|went) & (?:is|are|gone|went|since|him|her|them|where)
      (?:lost|missing|missed) (?:a|one of (?:my|our|the)|two|one|three) (?:\w+ )?{child}(?= (?:on|at|in|from|near|somewhere|we|and|help|during|please|between)\b|$) ; lost one & (?:back|trip|count|park|children|kids|\d+|group)
      (?:{child}|he|she|they|one of (?:mine|ours|them|the \w+)|(?:one|two|three) of (?:mine|ours|them)) & (?:has|have|did|does|is|are|still|never|was|were) (?:not |never |still not )?(?:been )?(?:come|came|coming|return\w*|arrive\w*|turned up|turn up|got|get|made it|made|shown up|show up|back|been seen|seen|reached|answering)(?! to (?:me|us)) & (?:not|never) & (?:back (?!to (?:me|us))|from (?:the )?(?:toilets?|shop|break|lunch|loo|park|run|office|nurse|pe|library)|since|registration|home|anywhere|this morning|yet|lesson|arrived|an hour|hour|hours|\d+ ?min\w*|him|her|school|seen) & (?:{alarm}|seen|mum|dad|hour|hours|home|left|toilets?|shop|bag|note|registration|dropped|gate|worried|lost|minutes|mins|ages|phone|where|trip)
      (?:we are|am|i am|we re|were|be|now|still|is|are) (?:a |one |two )(?:child|kid|pupil|short|down|student|boy|girl)?(?: short| down| missing| light)?(?! (?:of|for) (?:staff|cover|chairs))(?= on| from| after| back|$| at| since| since) & (?:short|down|missing|light) ; (?:head ?count|count|numbers?) (?:is|are|does|do|has|was|not)? ?(?:not |one |two )?(?:wrong|out|short|down|add up|tally|match) & (?:{child}|trip|coach|museum|park|\d+)
      one (?:short|down|missing|less|fewer) & (?:trip|coach|bus|back|park|museum|count\w*|\d+|class|children|kids) ; \d+ (?:back|here|on|in|children|kids|now)? & (?:left|went|came|should be|started|set off|supposed to) (?:\w+ )?(?:with|be|have)? ?\d+
      {child} & (?:left behind|left alone|been left|got left|forgotten|locked in|left) & (?:minibus|bus|coach|behind|heat|locked|on (?:his|her) own in the|trip|park|museum|beach|hot)
    `),
    harmless: listed(String.raw`
      child protection file ; missing (?:child )?(?:policy|procedure|form|work|lessons?|school|data|from (?:the )?(?:list|register|photo|sims)|teeth|tooth|page|consent|sats) ; homework ; (?:his|her|their|a|my) (?:coat|shoes?|bag|glasses|tooth|jumper|kit|book|lunch ?box|pencil|phone|inhaler|form) (?:is|has|was|are)
      maternity ; paternity ; reply ; emailed me back ; on holiday ; off sick ; on a (?:school )?trip till ; bar graphs?
    `),
    passes: false,
    acute: false,
  },
  {
    about: 'running or wandering off',
    patterns: listed(String.raw`
      (?:{child}|he|she|they|one of (?:ours|mine|them|our \w+|my \w+|the \w+)|my runner|runners?|(?:two|three) of (?:them|mine|ours|the)|{little}) & {bolted}
      {child|he|she|they} & (?:out|gone|off|run|ran|running|walked|got|climb\w*|headed|walking|heading|wander\w*|bolt\w*|escap\w*|legg\w*|past) & (?:of |through |past |over |out |by |the |side |front |back |school |fire )*(?:gates?|front door|side door|fire door|perimeter|fence|wall|railings|hedge|car park)(?= |$)(?! (?:code|key|rota|duty)) & {gone}
      {someone} & {toward} _{traffic} ; {child|he|she|they} & (?:playing|walking|lying|sitting|sat|standing|wandering|running) _(?:on|in|along|by) (?:the |a )?(?:\w+ )?{traffic}
      (?:run|ran|running|runs) & (?:away|off) & {child|he|she|they} & (?:school|site|road|trip|fields?|woods?|from (?:me|us|staff|home)|park|gate|now|just|again|street|town|building)
      (?:missing|run away|ran away) from (?:home|care|the (?:unit|home)) & {someone}
    `),
    harmless: listed(String.raw`
      off with (?:his|her) mum ; cross country ; sports day ; running club ; relay ; fun run ; marathon ; kept running off last ; my (?:son|daughter) ; walk(?:ing)? bus ; crossing patrol ; in touch ; work experience ; theme ; topic
      last (?:term|year) ; road safety ; bikeability ; crossing the road (?:safely|training)
    `),
    passes: true,
    acute: false,
  },
  {
    about: 'taken or led away',
    patterns: listed(String.raw`
      (?:abduct|kidnap|snatch|lur)\w* & {someone} ; (?:taken|took|takes|taking|grabbed|collected|picked up|walked (?:out|off)|gone off|left|driven off|going|leaving) & {child|him|her|she|he} & (?:not (?:on (?:the|his|her) (?:\w+ )?list|hers|his|allowed|supposed|meant|authorised|have permission|his (?:dad|mum)|her (?:dad|mum)|their)|is not (?:hers|his)|no contact|court order|without (?:asking|permission|signing)|(?:did|do) not know|nobody knows|injunction|banned|has not got (?:contact|custody|access)|lost custody)
      (?:{man|woman}|strangers?|someone|somebody|dad|mum|father|mother|ex|uncle|grandad|nan) _(?:has|have|had|just|is|are) _(?:taken|took|taking|grabbed|snatched|pulled|dragged|driven off with|run off with|gone off with|walked (?:off|out) with|left with|lured) (?:him|her|them|{child}|a (?:\w+ )?{child}|(?!(?:a|an|the|my|his|her|some|many|lots|over|up|on|part|photos?|pictures?|pics?|videos?|place|time|it|this|that|more|holiday|leave|drugs)\b)\w+) _(?:from|off|out|away|at|without|$|and|into|through|in)
      (?:been|was|were|got|being) (?:\w+ )?(?:taken|collected|picked up) (?:away )?(?:by|from) & (?:{man|woman}|{stranger}|someone|somebody|wrong|not (?:on|his|her|allowed|know)) & {child|he|she|we} & (?:car|van|not|wrong|do not|stranger|unknown|nobody|playground|gate|street|outside|someone in)
      (?:get|got|getting|pull\w*|drag\w*|push\w*|put|lur\w*|entic\w*|bundl\w*|coax\w*|told|asked|offer\w*) _{child|him|her|them|she|he|girls?|kids} _(?:in|into|to get in|a lift|sweets) & (?:car|van|vehicle|sweets) & {man|woman|stranger|someone|somebody|bloke|driver}
      (?:trying|try|tried|attempt\w*|going) to (?:take|snatch|grab|abduct|kidnap|get|lure|pull|drag|entice) (?:a|the|my|one of|his|her|our|some|him|them|two)? ?_(?:{child}|her|him|them)(?! to (?:do|eat|sit|stop|work|read|calm|come in|put))(?! ready) & (?:{man|woman|stranger}|dad|mum|father|someone|somebody|car|van|playground|fence|gate|he|she)
      (?:follow\w*|watch\w*|approach\w*|hang\w* (?:around|round|about)|lurk\w*|loiter\w*|talking to|speaking to|filming|photograph\w*|staring at|offering|handing|given|handed|giving) & (?:{stranger}|{man}|van|(?:someone|somebody|adult|person) _(?:i|we) (?:do not|have not|never)) & (?:van|car|fence|gates?|sweets|know|stranger|home|playground|park|recogni[sz]e) & {child|her|him|them|one|us}
      sweets & (?:{stranger}|{man|woman}|someone|adult|somebody) & (?:fence|gates?|car|van|kids|children)
      (?:being|been|is|was) followed _(?:home|by|from) & {someone} & (?:man|men|car|van|bloke|guy|someone|lads|gang|boys|she|he)
    `),
    harmless: listed(String.raw`
      follow(?:s|ed|ing)? _(?:on )?(?:insta\w*|tiktok|facebook|twitter|snap\w*|the policy|instructions) ; online ; taken (?:photos?|pictures?|on) ; sports day ; nativity ; assembly ; parents evening ; taken (?:ill|early|on holiday|to the dentist)
    `),
    passes: true,
    acute: false,
  },
];
