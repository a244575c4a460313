import { stemOf } from './words.ts';

const grammar = `a an the this that these those it its itself he him his she her hers they them their theirs we us our ours you your yours
i me my mine myself yourself themselves himself herself ourselves who whom whose which what when where why how whether if then than
and or but nor so as at by for from in into of off on onto out over to up upon with within without about above across after against
along among around before behind below beneath beside between beyond during except inside near outside per since through throughout
till toward towards under until via is am are was were be been being do does did doing done has have had having can could may might must
shall should will would ought cannot cant couldnt didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neednt shant shouldnt wasnt
werent wont wouldnt arent aint im ive youre youve youd youll hes shes theyre theyve theyll weve wed well were thats whats wheres whos
hows heres theres not no yes any some all each every either neither both few many much more most other another such own same too very
also just only even still yet again ever never always once here there now etc eg ie s t re ve ll d m let lets because while though
although however therefore thus hence else instead rather quite per please thanks thank hi hello hey ok okay oh um er hmm`;

const everyday = `get go come make do put take thing stuff something anything everything nothing someone somebody anyone anybody everyone
everybody nobody know think want need like look find give let say ask tell try keep seem feel mean happen turn start stop bit lot kind sort way
time day people person man woman good bad right wrong fine nice big small little long short old new next last first second one two three
really actually basically literally maybe perhaps probably sure certain certainly definitely obviously apparently suppose guess wonder
quick quickly question answer case point fact matter problem issue idea reason part place side end start back forward down away
today tomorrow yesterday week month year morning afternoon evening night currently recently usually normally sometimes often
use used work working job school schools staff member members policy policies setting able available possible various general
number amount several whole full half certain different particular specific important main else supposed meant gonna gotta wanna
ought bring show see hear heard talk chat called said go going gone went got getting put putting set sat sit stand
stood run live leave allowed allow rule rules say says according regarding concerning involve involved include includes including
relate related relevant appropriate necessary expected expect required require needs follow following
procedure process guidance arrangement arrangements place ensure make made sure provide provided provides information
please anyone mind best better worse worst less least enough else happens happened happening
mate guys folks lovely bloody blimey sorry cheers pop whack stick grab chuck shove nip wee
yeah nope ha lol btw fyi asap pls plz u ur r n wanted trying tried plan planning decided realise realised noticed notice
exactly properly simply straight absolutely completely totally
apart anyway instead besides sometime anytime anywhere somewhere everywhere nowhere
have has had having become becomes became remain remains allow allows whatever whoever whichever whenever wherever
quite pretty fairly rather somewhat around roughly approximately
real true false clear clearly obvious easy hard difficult simple
read reading word words`;

function setOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}

/** Words that hold a sentence together: they never count as a match. */
export const functionWords: ReadonlySet<string> = setOf(grammar);

/** Stems of words that everybody uses about everything: a match on one says little, and so does its absence. */
export const everydayStems: ReadonlySet<string> = new Set([...setOf(everyday)].map(stemOf));
