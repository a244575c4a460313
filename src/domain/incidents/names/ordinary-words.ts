import { everydayStems, functionWords } from '../../answering/everyday-words.ts';
import { stemOf } from '../../answering/words.ts';

const wordsOf = (text: string) => new Set(text.split(/\s+/));

/** Words that reports are full of, or that begin sentences, and that are surnames too or a letter away from one. */
const plain =
  wordsOf(`january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday spring summer autumn winter christmas easter bank half term year class reception nursery
early street lane road hall green brown black white grey gray red blue gold silver rose lily daisy heather holly ivy hazel olive field
fields hill hills wood woods stone rivers river brook brooks bridge bridges ford lake marsh moor moore park parks north south east west
field meadow garden gardens forest bush heath glen dale bank banks wall walls gate gates church chapel temple house home homes price
prices king kings queen prince duke knight knights bishop pope abbot priest noble nobles lord head heads hand hands foot legg legs hair
arm arms body neck read reads reader write writes right wright mark marks grade grades page pages book books paper papers penn pen
pencil chalk bell bells ball balls bat bats game games sport match matches race races rugby golf cook cooks baker bakers butcher carter
carpenter farmer fisher fishers fish gardener hunter hunters mason miller porter potter shepherd slater smith tailor taylor tanner
turner walker weaver driver drivers cooper archer barber chandler clark clerk dyer fletcher fuller glover harper mercer naylor painter
parker parsons piper sadler sawyer singer spencer steward stewart thatcher tiler tyler wheeler cross crosses hope joy love loves faith
grace power powers strong stark sharp sharpe swift quick savage moody jolly gay bright light lights day days night nights week frost
snow snows rain storm storms winter summers drake swan swann crane finch wren martin robin robins jay bird birds lamb lambs wolf wolfe
fox foxes hare badger bull bullock hogg hog buck stagg roe bacon berry cherry plum pear peach bean beans peel rice pepper salt flood
floods bond bonds cash money penny pound pounds worth rich best good goodman young younger old small little long short low tall high
large big broad thin slim pick picks look looks lock locks key keys case cases box chest drawer shelf table chair chairs bench stool bed
beds seat seats rowe row rows line lines point points end ends ward wards warden guard guards major minor marshall marshal sergeant
judge law laws court courts pleasant sweet bitter sour cold hot warm warner cool may might must will wills shall have has had was were
is are be been being all alls nothing some much many more most less least first last next new true false just even hurt hurst hart hits
hit kick kicks push pull bite bites scratch scratches mess miss misses dear dears child children childs boy boys girl girls man mann men
woman women baby babe son sons father mother brother brothers sister uncle aunt cousin nan friend friends lover pal mate teacher
teachers pupil pupils parent parents coach coaches train trains car cars van vans bus boot boots coat coats cape hood hoods cap caps
tie ties ring rings band bands bow bows lace laces belt belts kite kites doll dolls card cards dice chess pool pools well wells drain
drains pipe pipes tank tanks pit pits tower towers castle castles fort sands sand beach shore sea seas cliff cliffs cave caves mills
mill barn barns lodge lodges inn tavern market fair fairs show shows play plays player players dance dancer song songs drum drums horn
horns harp story tale tales tell tells told ask asks asked said says call calls called cry cries cried laugh laughs laughed shout shouts
shouted talk talks talked speak speaks spoke word words letter letters note notes name names number numbers phone phones screen video
photo photos picture pictures post posts poster link links web site app apps file files email message messages chat chats group groups
report reports reported record records form forms log logs safe safety harm danger risk risks worry worries concern concerns police
doctor nurse social care worker lead leads leader deputy chief office officer officers staff team teams governor governors
rode road raid reads ready real really rest reach react key`);

/** First names that children have, for which nobody mistypes a surname. */
const firstNames =
  wordsOf(`aaron adam aisha alex alexander alfie alice amelia amina amy anna anne annie archie arlo arthur ava ayaan
bella ben benjamin beth betty bobby callum cara carl charlie charlotte chloe clara connor daisy dan daniel darcey david dean dylan
eddie edward eleanor eliza ella ellie elsie emily emma erin ethan eva evie faith faye fatima fay finley finn florence frank freddie
freya gabriel gary george georgia grace gracie hallie hannah harper harriet harrison harry harvey hassan heidi helen henry hugo ibrahim
imogen iris isaac isabel isabella isla ivy jack jacob jade jake james jamie jane janet jason jay jaye joe joel john jordan joseph josh
joshua jude julia karl kate kay kaya katie kai kian kim kyle lara laura layla leah lee leo leon lewis liam lily lola lottie louie louis
luca lucas lucy luke luna lydia maisie marcus margaret maria marie mark martha martin mary mason matilda matthew maya mia michael
millie milo mila mohammed molly muhammad myles nancy natalie nathan niamh noah nora oliver olivia ollie omar orla oscar owen patrick
paul penny peter phoebe poppy priya rachel ralph rebecca reece reggie reggie rhys ria riley robert robin roman ronnie rory rosa rose
rosie ruby rupert ruth ryan sam samuel sara sarah scarlett sean sebastian seth sienna simon sofia sophia sophie stanley stella stephen
steven summer susan teddy thea theo theodore thomas tia toby tom tommy tyler victor victoria violet wesley will william willow yusuf
zachary zain zara zoe`);

/** Whether a word, in lower case, is so usual in a report that it names nobody by itself. */
export function isOrdinary(word: string): boolean {
  return plain.has(word) || functionWords.has(word) || everydayStems.has(stemOf(word));
}

export function isFirstName(word: string): boolean {
  return firstNames.has(word);
}
