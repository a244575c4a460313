import { listed } from '../listed.ts';

/**
 * Words that weigh by themselves once a clause tells a fact about a person: the signs cannot foresee every sentence, and
 * a needless safety card costs less than a missed one.
 */
export const weightyWords = {
  danger: listed(String.raw`
    blood ; bleed\w* ; unconscious ; wake up ; waking up ; pass(?:ing|ed) out ; faint(?:ed|ing) ; fitting
    seizures? ; convuls\w* ; chok(?:ed|ing) ; strangl\w+ ; stabb\w* ; machete ; knife ; knives ; blade ; gun
    firearm ; shotgun ; weapon ; bomb ; grenade ; razor ; smoke ; flames ; on fire ; intruder ; suicid\w+ ; kill
    overdos\w+ ; pills ; noose ; ligature ; drown\w* ; ambulance ; paramedics? ; chest pains? ; breathe ; breathing
    collapsed ; anaphyla\w+ ; epi ?pen ; abscond\w* ; abduct\w* ; kidnap\w* ; snatched ; hostage ; rap(?:ed|ing)
    roof ; ledge ; railway ; over the (?:\w+ )?(?:fence|wall|gates?)
    (?:attack|punch|kick|bit|throttl)(?:ed|ing|es) {victim} ; (?:slapping|beating|hitting) {victim} ; dying
    screaming ; locked (?:him|her|them)self ; barricaded ; end (?:his|her|their|my) life ; into the building
    electrocuted ; poisoned ; swallowed ; taken (?:some |a lot of )?drugs ; head injury
    banging (?:his|her|their) head ; throwing (?:chairs|tables|furniture) ; smashing
    (?:man|woman|person|somebody|someone) (?:in|on|at|near) __(?:not know|not recogni[sz]e|no badge|no lanyard)
    burn(?:t|ed) (?:him|her)self ; will beat ; (?:hurt|harm|kill|cut) (?:him|her|them)sel(?:f|ves) ; not safe
    (?:has|have) just taken (?:him|her|them)
    swell(?:ing|ed|s) ; (?:not|stopped) moving ; slumped ; rouse ; hypo ; concuss\w*
    (?:fell|fallen) (?:off|from|out|down|through) ; not coming up ; scald\w* ; electric shock
    (?:cut|slit|slashed) (?:his|her|their|my) \w+ ; gash\w* ; trapped ; barely stand
    (?:drank|drunk|eaten|ate) _(?:bleach|fluid|chemicals?|cleaner|cleaning|berries|nuts|batter(?:y|ies)|poison|peanuts?|soap)
    rifle ; pistol ; (?:with|holding|got|has|have) _(?:bats?|bricks?|rope|axe|hammer|crowbar|iron bar)
    something sharp ; shoot ; shooting ; shots ; (?:say|says|saying|said) goodbye
    left a (?:goodbye |suicide )?note ; take them all
    (?:round|around|by) (?:his|her|their|the|a \w+ by the) (?:neck|throat) ; {child} by the (?:neck|throat) ; rope
    drag(?:ged|ging|s)? {victim} ; drag a
    (?:snatched|grabbed|pulled|pushed|lured) {victim} _(?:from|into|away|off|out)
    (?:taken|took) {victim} (?:away|off|out of|from (?:the|school|reception|outside|her|his))
    (?:towards|toward|heading for|onto|into|near|in) (?:the |a )?(?:\w+ )?(?:road|traffic|railway|tracks|river|canal|lake|motorway)
    into (?:his|a|the|their|her) (?:car|van) ; not come (?:back|home) ; not been seen ; no contact order
    set (?:light|fire) ; alight ; stinks of ; hiding in ; unconscious ; wedged
    stuck in the (?:pool|water|river|lift|machine|fence|gate|toilet) ; blue lips ; cannot feel ; hearing voices
    (?:do|doing) it tonight ; means suicide ; life threatening
  `),
  incident: listed(String.raw`
    abus(?:e|ed|ing|ive) ; groom\w* ; molest\w* ; touch(?:ing|ed|es) ; nudes? ; naked ; porn\w* ; sext\w*
    sexual\w* ; indecent ; explicit ; bull(?:ied|ying|ies) ; cyber ?bull\w* ; bruis(?:e|es|ing) ; hurt(?:s|ing)?
    hits? ; slap\w* ; shov(?:e|ed|es|ing) ; shout(?:ed|ing|s) at ; sw(?:ore|earing|ears) at ; scared ; frightened
    unsafe ; uncomfortable ; inappropriate\w* ; blackmail\w* ; threat(?:s|ened|ening|ens)? ; harass\w* ; stalk\w*
    hacked ; phished ; scammed ; virus ; ransomware ; malware ; stolen ; nicked ; leaked ; deep ?fakes?
    fake (?:account|profile|page|photo|picture|video) ; meme ; impersonat\w* ; pretending to be ; vap(?:e|es|ing)
    drugs ; cannabis ; weed ; alcohol ; drunk ; self ?harm\w* ; cutting ; extremis\w* ; radicali[sz]ed ; racist
    racially ; homophobic ; too (?:close|friendly) ; loves? me
    wrong (?:parents?|person|people|address|family|class|group|email|one)
    (?:gave|put|entered|typed|told) __my (?:password|login|log in|details) ; (?:every|all|all the) parents?
    selfies? ; filming ; secretly ; lock(?:s|ed|ing) (?:him|her|them) (?:in|out|up) ; starv\w+ ; neglect\w* ; nasty
    vile ; upskirt\w* ; wants to meet ; open to pupils ; confidential
    (?:pupils?|students?|year \d+s?|girls|boys|kids|children) on (?:snapchat|instagram|whatsapp|facebook|tiktok|discord)
    calls? me names ; hand up ; alone with ; private photos? ; exposed
  `),
};

/** A clause tells a fact about a person when it has both of these. */
export const persons = listed(String.raw`
  {child} ; {adult} ; he ; she ; they ; him ; her ; them ; one of (?:my|our|ours|the) ; i ; we ; my ; our ; there is
  year \d+ ; lunchtime ; dinner lady ; boys ; girls ; [\w]+ (?:is|has|was|had)
`);
export const tellingVerbs = listed(String.raw`
  is ; are ; was ; were ; has ; have ; had ; just ; been ; keeps ; kept ; got ; went ; came ; gave ; put ; took
  sent ; said ; says ; told ; saw ; heard ; found ; made ; did ; left ; lost ; showed ; asked ; wrote ; started
  caught ; threw ; hit ; stole
  (?!(?:need|red|bed|feed|allowed|supposed|required|based|shared|used|published|interested|asked)\b)[a-z]{2,}ed
`);

/** Somebody else than the writer, and what tells of them; a message of such facts that asks nothing is a report. */
export const others = listed(String.raw`
  {child} ; {adult} ; he ; she ; they ; him ; her ; his ; one of (?:my|our|ours|mine|the) (?:\w+ )?
`);
export const toldOfOthers = listed(String.raw`
  is ; are ; was ; were ; has ; have ; had ; just ; been ; keeps ; kept ; got ; went ; came ; gave ; put ; took
  sent ; said ; says ; told ; saw ; heard ; found ; made ; did ; left ; showed ; wrote ; started ; caught ; threw
  hit ; stole ; ran ; fell ; drank ; ate ; cut ; set ; broke ; bit ; hid ; cried ; wet ; goes ; does not ; did not
  not ; (?:messages|texts|touches|meets|follows|hurts|hits|scares) (?:him|her|them) ; \w{2,}ed
`);

/** What makes weighty words a matter of teaching, of rules or of things. */
export const otherMatters = listed(String.raw`
  polic(?:y|ies) ; guidance ; procedures? ; lessons? (?:on|about) ; assembl(?:y|ies) ; planning ; project ; essays?
  poster ; leaflet ; course ; training ; inset ; book ; novel ; story ; film ; play ; drama ; research ; survey
  questionnaire ; awareness ; week ; club ; curriculum ; pshe ; rse ; workshop ; display ; talk about ; talk on
  risk assessment ; template ; form ; wording ; printer ; photocopier ; wifi ; internet ; projector ; coffee
  report is ; killing me ; first aid box ; drill ; homework ; ofsted ; inspector ; inspection ; would like to
  want to (?:run|know|ask|do|book|buy|plan|set) ; supposed to ; meant to ; allowed ; need to know ; looking for
  cyber attack ; heart rate ; toilet roll ; glue ; scissors ; confidential waste ; rule ; rules ; ok ; okay
  new (?:phone|laptop|pupil)
`);
