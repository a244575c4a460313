import { listed } from '../../listed.ts';
import type { DangerSign } from '../sign.ts';

/** That somebody may do harm to themselves: the wish, the plan, the means, the farewell. */
export const selfDangers: readonly DangerSign[] = [
  {
    about: 'wish or plan to die',
    patterns: listed(String.raw`
      suicid\w* & {someone} ; {will} _(?:kill|hang|drown|shoot|strangle|suffocate|stab|top) {self} ; (?:kill(?:ing|ed)?|hang(?:ing|ed)?|top(?:ping|ped)?|strangl\w+|suffocat\w+|drown\w*) {self}
      (?:wants?|wanted|wish\w*|going|hop\w+|ready|decided|plan\w*|tried|would rather|prefer\w*|wanna|try\w*) (?:to |he |she |they |i |was |were |be )*(?:die|dead|death)
      (?:end|ends|ended|ending) (?:it all|it tonight|everything|things|(?:his|her|their|my) (?:own )?(?:life|lives)|it$|it now) & {someone}
      (?:tak(?:e|es|ing)|took) (?:his|her|their|my) own life ; (?:ways?|how|methods?) (?:to|of) (?:end(?:ing)? (?:it|his|her|things|my|their)|die|dying|kill(?:ing)? {self}|hang\w*) & {someone}
      (?:better off|happier|easier|better) (?:if|without|dead) _(?:him|her|me|them|dead|here|gone|was not|were not) & {someone} ; better off (?:dead|without)
      (?:not|never) (?:want(?:s|ing|ed)?|wanna|going|will|would|gonna|really want) (?:to )?(?:be (?:here|alive|around|on this|in this world|living)|live|exist|wake up|carry on living|go on living|see (?:tomorrow|another))
      (?:will|would|going to|gonna|wont|might) (?:not )?be (?:here|around|alive|gone|dead|no longer here) _(?:tomorrow|next|much longer|any ?more|by|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|soon|read|when you)
      (?:by the time|when) you (?:read|get|see) this ; (?:ill|i will|will|i ll) be (?:gone|dead) ; no (?:point|reason) (?:in |to |of )?(?:living|being (?:alive|here)|liv\w+|going on|carry\w* on|any ?more|anything|be here|be alive|life|(?:in )?him|(?:in )?her)
      (?:cannot|not) (?:carry|go|keep going|keep) on(?! with (?:the|this|year))(?: any ?more| like this| living)? & {someone} ; (?:cannot|not) (?:do|take|cope|face|bear|stand) _(?:any ?more|any longer)(?! work) & (?:{child}|he|she|{says})
      (?:goodbye|farewell|good bye) (?:letters?|notes?|texts?|messages?|videos?|forever|post|everyone) ; (?:say|says|said|saying) (?:his |her |their )?(?:final |last )?good ?byes? & (?:forever|everyone|text\w*|messag\w*|post\w*|{child}|{says}) & {someone}
      suicide note ; (?:left|wrote|written|handed|found|given|posted) _(?:letter|note) & (?:goodbye|sorry|gone|die|bag|alive|live|funeral|love you|burn) & {someone}
      (?:do|doing|does|done) (?:it|something (?:stupid|silly|bad|to (?:him|her|them)sel\w+)) (?:tonight|today|now|later|at home|this time|on|soon|after school|if) & {says} ; (?:tonight|today) (?:is|was) the night
      going to do it & (?:station|bridge|platform|track|roof|pills|tablets|tonight|rope) ; (?:has|have|got|worked out|worked it out|knows|planned|made) _(?:a plan|how|when|where|method|date) & (?:die|end it|do it|better off|kill|live|carry on|cope|here)
      (?:stockpil|saving|hoard|collect|hid)\w* _(?:pills|tablets|paracetamol|medication|meds|ibuprofen) ; giving (?:away|out) (?:all )?(?:his|her|their) (?:things|stuff|possessions|belongings) ; planned (?:his|her|their) (?:own )?funeral
      life (?:is|was|not) (?:not )?worth (?:living|it) ; worth living ; (?:sat|sitting|standing|stood|waiting|is|am|are|he|she|they|i) _(?:on|at|near|by) (?:the |a )?(?:\w+ )?(?:platform|railway|bridge|tracks?|train line|multi ?storey|cliffs?|station) & (?:{says}|any ?more|here|alive|live|jump|do it|goodbye|cry\w*|edge|alone)
    `),
    harmless: listed(String.raw`
      suicide (?:squad|prevention (?:training|course|week)|awareness) ; killing me ; to die for ; death in the family ; leaving (?:card|do|assembly|party) ; end (?:of|the) (?:term|lesson|project)
      used to ; has stopped ; have stopped ; deadline ; last year ; years ago ; the dog ; hamster ; leaving (?:our|the) school
    `),
    passes: false,
    acute: true,
  },
  {
    about: 'means at hand',
    patterns: listed(String.raw`
      (?:tied|ties|tying|wrapped|wrapping|put|putting|looped|got|has|pulled|pulling|tightening|tightened|fixed|round|hung) _(?:tie|scarf|belt|rope|cord|lace|laces|cable|wire|something|sheet|bag|string|ligature|lead|strap|shoelaces?|tights|hoodie) & (?:neck|throat|hook|rail|beam|bannister|banister|pipe|hanger|bars|stair|door handle|over (?:his|her|their) head|head in|chair)
      (?:round|around|about|over) (?:his|her|their|my|its) (?:own )?(?:neck|throat) & {someone} ; noose ; ligature ; rope & {someone} & (?:use|hang|neck|tree|going|tied|bag|bought|has)
      hang(?:s|ing|ed)? (?:from|by|off|out) _(?:balcony|bridge|window|hook|rail|bars|beam|roof|ledge|hands|banister|pipe|door) ; hanging {self}
      jump(?:s|ed|ing)? _(?:off|out|from|in front|over|into|down) & {height|water|traffic} & {someone} ; {will} _jump(?! on)(?: off| out|$| now| and| from| if) & {someone} ; throw\w* {self} (?:off|out|in|into|down|under|from|over)
      {height} & {will} & jump
    `),
    harmless: listed(String.raw`
      trampolin\w* ; long jump ; high jump ; skipping ; hoops ; bandwagon ; conclusion\w* ; triple jump ; bungee ; swimming lesson ; diving ; hair ; washing ; wallpaper ; display
    `),
    passes: true,
    acute: true,
  },
  {
    about: 'self-harm going on',
    patterns: listed(String.raw`
      (?:hurt|cutt|stabb|slic|slash|burn|harm|scratch|carv|goug|bit|punch|hitt|headbutt|poison|injur|mutilat)ing (?:at )?(?:{self}|(?:into )?(?:his|her|their) (?:own )?(?:wrists?|arms?|legs?|throat|skin|face|thighs?|hands?|neck|tummy|stomach))
      (?:is|are|has|have|just|been|and|he|she|they|{child}) _(?:sliced|slit|slashed|gouged|carved|cut|stabbed) (?:open )?(?:at )?(?:{self}|(?:his|her|their) (?:own )?(?:wrists?|arms?|legs?|throat|thighs?)) & (?:now|just|blood|bleed\w*|open|glass|in front|toilet|razor|can|here|deep|pour\w*|stop|sharpener|loos?|floor)
      (?:razors?|blade|glass|compass|sharpener|scissors|can|knife|pin|needle|ruler|something sharp|paperclip) & (?:digging|dug|cutting|slicing|across|into|scraping|scratching|carving|drew|dragging|running|slashing|pressing|slash\w*|slice\w*) & (?:arm|wrist|leg|skin|thigh|hand|neck|throat|{self}|herself)
      {will|threat} _(?:cut|harm|hurt|stab|burn|slash|do something to|poison) (?:{self}|(?:his|her|their) (?:wrists?|arms?|throat))
      (?:head ?butt\w*|bang\w*|bash\w*|smash\w*|hitt\w+|smack\w*|slamm\w*) (?:his |her |their )?(?:own )?(?:head )?(?:against|on|into|off|onto|the)? ?(?:the |a )?(?:wall|floor|door|table|desk|window|ground|brick) & (?:{ongoing}|over and over|stop|repeatedly|blood|keeps?)
      {child|he|she} _(?:is|are) (?:currently )?self ?harming(?= (?:in|now|right|and|again|with)\b|$) ; locked {self} _(?:in|inside) & (?:razor|blade|{alarm}|cry\w*|blood|answer\w*|respond\w*|pills|tablets|cut|hurt|scream\w*|not|says|toilet|loo)
      (?:in crisis|at (?:serious |immediate )?risk of (?:suicide|harming)) & {someone} & (?:now|right|here|currently|is)
    `),
    harmless: listed(String.raw`
      nails ; clay ; pottery ; paper ; lino ; hair ; used to ; has stopped ; have stopped ; no longer ; last (?:week|year|term|month) ; ages ago ; bracelet
    `),
    passes: false,
    acute: true,
  },
];
