import type { ReadDraft } from './linted.ts'
import {
  apart,
  begins,
  type Found,
  foundAt,
  foundSaid,
  phrases,
  phrasesIn,
  type Said,
  saidIn,
  sayings,
  set,
} from './phrases.ts'

// Guilt

/** Blame for silence, for delay, by comparison with others, by one's own hurt. */
const BLAME = sayings(`
  (?<!to )(?:hear back from you|heard back from you|heard from you|not to hear back|never heard back
    |did not hear back|didn't hear back|not get a reply|did not reply|didn't reply|haven't replied
    |have not replied|no reply from you|did not answer|didn't answer|haven't answered|have not answered
    |never answered|never replied|still waiting(?! (?:for the|to|in|at|on))|been waiting|checking my inbox|in my inbox every
    |guess my message|guess my last|ignored my|ignoring my|a priority for you|not a priority|forgot about me
    |forgotten about me|too busy for|since you never|i guess you|counting on you|to hear nothing|sad not to hear|got lost among|everyone else answered
    |others answered|wrote back the same day)
  you(?:'ve| have| had)? (?:still |just )?(?:never|haven't|have not|hadn't|didn't|did not|not|couldn't
    |won't) (?:even |once |yet |bothered to |bother to |found time to |find time to |had time to )*(?:answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|wr(?:ite|ote|itten) (?:me )?back|(?:get|got|gotten|come|came) back to (?:me|us)|(?:call|text)(?:ed)? (?:me )?back|acknowledged?)
  (?:without|not|not even) (?:a|one|so much as a) (?:single )?(?:word|line|reply|response|answer|thank you
    |yes or no) (?:back|from (?:you|anyone)|in (?:return|reply|\\d+|two|three|four))
  your (?:silence|lack of (?:a )?(?:reply|response|answer|interest)) (?:says|speaks|hurts?|stings?|tells
    |makes|has|is|was|leaves|left|cost)
  (?:have|i've) (?:still |yet )?not (?:yet )?heard (?:back|from you|anything)
  (?:since|as|because) you (?:apparently|clearly|obviously|evidently) (?:don't|do not|never|can't|won't|haven't)
  your (?:delay|slowness|slow reply|late reply)
  (?:all (?:of )?the other|every ?one else|every ?body else|every other|most other) … (?:sent|answered
    |replied|responded|wrote back|found time|made time|managed|finished|turned|submitted|got back|said yes
    |bothered)
  (?:don't|do not|can't|cannot|fail to|not sure|no idea
    |hard to) (?:understand |see |know |quite |really |at all )*(?:why
    |how) (?:it is that |it's that )?you (?:couldn't|could not|can't|cannot|haven't|have not|didn't|did not
    |won't|will not|don't|are not|aren't|never|would not|wouldn't|are ignoring|have no)
  you(?:'ve| have)? (?:must have |seem to have |clearly |obviously |just |totally )*(?:forgot
    |forgotten) (?:all )?(?:about )?(?:me|us|my (?:letter|email|message|form|evaluation|request)
    |our (?:meeting|call|talk|appointment))
  (?:ghosted|ghosting|stood (?:me|us) up|left (?:me|us) hanging|left on read|blew (?:me|us) off|brushed (?:me
    |us) off|blowing (?:me|us) off|strung (?:me|us) along)
  you (?:had promised|promised|swore|said you would|said you'd|told me you would|told me you'd
    |assured me) … (?:and|but|yet) (?:it is now|it's now|now it|it is already|it's already|still|here we
    |here i|nothing|you never|you didn't|you haven't|never|i have seen nothing|i've seen nothing
    |i got nothing|i am still|i'm still|there is nothing|that was)
  (?:i guess|i suppose|i take it|i gather|i assume|apparently|clearly|obviously|evidently|it seems|seems like
    |it looks like|i see that|i can see that) … (?:too (?:busy|important|famous)|not interested|no time for
    |no interest in|don't (?:care|want to)|do not care|better things|not (?:worth|important|a priority)
    |no longer (?:care|matter)|moved on|don't matter|unimportant|beneath you)
  you (?:had|have|found|find|made|make) (?:plenty of |the )?time (?:to|for) … (?:but|yet|and) not
  (?:emails?|messages?|notes?|letters?|calls?|texts?
    |requests?) (?:to you )?(?:that )?(?:just |all |both )?(?:went (?:nowhere|unanswered|into)|fell on deaf
    |vanished|got no|been ignored|were ignored|was ignored|disappeared)
  (?:no|still no|zero) (?:reply|response|answer) (?:from you|yet|so far|since|to (?:my|any|either|all)|at all
    |in (?:two|three|four|\\d+|over))
  (?:still nothing|nothing but silence|radio silence|met with silence|into the void|deaf ears|crickets)
  (?:because|since|thanks to|due to|owing to) … you(?:r|rs|'re)? … (?:i|we) (?:missed|lost|failed
    |was rejected|got rejected|didn't get|did not get|couldn't (?:apply|submit|graduate|register)
    |can't (?:apply|submit|graduate|register))
  my (?:second|third|fourth|fifth|sixth|\\d(?:nd|rd|th)) (?:email|message|note|request|attempt)
  (?:the )?(?:second|third|fourth|fifth|sixth|\\d(?:nd|rd|th)) time (?:that )?(?:i|we)(?:'m|'ve| am| have)? (?:ask|asking|asked|writ|writing|wrote|written|email|emailing|emailed|try|trying|tried|reach|remind|follow)
  i(?:'ve| have)? waited … for (?:your|an?|any) (?:\\S+ )?(?:reply|answer|response|email|word)
  (?:lost|missed) … because (?:of it|of that|you|i (?:didn't|never) (?:hear|get))
  you (?:cost|made|kept|held) (?:me|us) (?:my|our|the|a|miss|wait|waiting|late|up|lose)
  (?:the reason|why) i (?:missed|lost|failed|was rejected)
  i (?:waited|have waited|'ve waited|sat|stayed) … (?:and you|but you|you) (?:never|didn't|did not|weren't
    |were not)
  i(?:'m|'ve| am| have)? (?:been )?(?:so |just |pretty |getting )*used to (?:it by now|being (?:ignored|left
    |forgotten|overlooked|let down)|people (?:like you )?(?:ignoring|forgetting))
  (?:stop bothering|won't bother|will not bother|quit bothering) you (?:again|anymore|any more|any longer|now)?
  the least you (?:could|can)
  you could (?:have )?(?:at least|at the very least)
  (?:would it kill you|is it so hard|is it really so hard|is it that hard|how hard (?:is it|can it be)
    |too much to ask|too much trouble for you)
  after (?:all|everything) (?:that )?i (?:did|do|have done|'ve done|gave|put)
  i (?:had )?(?:thought|expected|hoped) (?:for )?(?:so much )?(?:better|more) (?:of|from) you
  i thought (?:that )?(?:you cared|i mattered|we were friends|you were different|i could (?:count|rely
    |depend) on you)
  for the (?:third|fourth|fifth|last|umpteenth|hundredth) time
  (?:this is )?(?:now )?my (?:third|fourth|fifth|sixth|final) (?:email|message|note|attempt|reminder|request
    |try)
  how many times (?:do i|must i|should i|have i|i have)
  (?:per|see) my (?:last|previous|earlier) (?:email|message|note)
  as i (?:already|have already|had already) (?:said|wrote|told|explained|asked)
  thanks for nothing
  nice of you to finally
  (?:glad|good) (?:to see )?you finally
  don't bother (?:answering|replying|responding|writing)
  (?:i feel|i felt|feeling|i'm feeling|made me feel|makes me feel
    |left me feeling) (?:so |very |really |completely |totally |a little |a bit |like i was )*(?:ignored
    |forgotten|abandoned|invisible|unimportant|worthless|disrespected|let down|brushed off|used)
  you (?:let|have let|'ve let) (?:me|us|the team|everyone) down
  unlike you
  (?:being|be|to be|feel|felt) ignored
  it(?:'s| is) a (?:real |great |true )?(?:shame|pity) (?:that )?(?:you|someone|somebody|a person)
  the delay on your (?:end|side|part)
  (?:ruined|wrecked|spoiled|sank|killed|cost me) my (?:\\S+ )?(?:summer|plans|application|chances?|year|grade|match|project|abstract|deadline)
  if you(?:'d| had) (?:only |just |simply )?(?:answered|replied|sent|signed|written|done|told|responded|read|uploaded)
  your lack of an? (?:\\S+ )?(?:answer|reply|response|interest)
  (?:think|thought|care) (?:so |very )?little (?:of|for|about) (?:me|my|us|our)
  without so much as
  (?:walked|went|looked) (?:right )?(?:past|through) me
  (?:can't|cannot|couldn't|won't) (?:even )?spare (?:me |us )?(?:an?|one|two|five) (?:\\S+ )?(?:line|minutes?|word|moment|second)
  so i know (?:that )?you (?:check|read|saw|see|got|look)
  heard from (?:mine|you|my mentor) (?:only |just )?(?:once|twice) (?:since|all|in)
  (?:thanks to )?your (?:late|delayed|slow|overdue|forgotten|missing) (?:letter|form|review|evaluation|reply|answer|response|email|signature|edits|feedback|recommendation)
  had you (?!not|never)(?:\\S+ ){1,8}?i(?:'d| would| could| might)
  (?:got|met|met with|received|heard|getting) (?:only|nothing but|just) silence
  not even an? ["“]?(?:no|yes|ok|thanks|reply|answer|hello)
  expected (?:so much )?(?:more|better) (?:from|of) (?:you|an?|my|someone|the)
  (?:cost|costs|have cost|has cost) you (?:nothing|so little|a minute)
  yet here (?:we are|i am)
  (?:tells|told|shows|showed|teaches) me (?:where i stand|what (?:you think|i mean|i'm worth)|how (?:little|you feel|much you care)|all i need)
  (?:i know |see )where i stand
  not one of your
  (?:answer|reply|write|call|text|show up|care) for once
  must have (?:done|said) something (?:wrong|awful|terrible|bad|to)
  you must (?:be too|have forgotten|have better|not care|think i)
  not (?:a|one|even one) (?:single )(?:word|line|reply|response|answer|thank you)
  (?:there is|there's|still|and) nothing from you
  it (?:really |honestly |still )?hurts (?:to|that|when)(?! (?:laugh|breathe|move|walk))
  (?:makes|making|made) me (?:sick|miserable|question|wonder if you|wonder whether you|feel like (?:nothing
    |nobody|i don't))
  (?:weighs?|weighing) on you
  on your conscience
  i find (?:that|it|this) (?:\\S+ )?(?:hard|difficult|strange|odd|telling|sad|disheartening|rude|hurtful
    |disrespectful|unfair) (?:to (?:understand|accept|believe|take|explain)|of you|that you)
  (?:it seems|apparently|clearly|i guess|i see) (?:that )?i was (?:wrong|mistaken|a fool|naive|foolish)
  i was (?:wrong|a fool|foolish|naive) (?:about you|to (?:hope|think|believe|trust|expect|count))
  (?:the )?other (?:faculty|attendings?|doctors?|professors?|people|students?|mentors?|advisors?|physicians?
    |teachers?|friends?|labs?|programs?|residents?|reviewers?|groups?) (?:\\S+ )?(?:manage|managed|find|found
    |answer|answered|reply|replied|respond|responded|get back|got back|have (?:all )?(?:answered|sent|replied
    |written|signed)|had no (?:trouble|problem)|don't (?:make|need|take)|didn't (?:make|need|take))
  (?:without your|late|too late|missed|lost|failed|rejected|not in|incomplete|turned down|fell through
    |the only one) … because (?:of you|of your|you (?:never|didn't|did not|forgot|failed|took|waited|couldn't
    |were))
  guess (?:our|that's (?:what|how)|i'm not (?:important|worth|a priority)|i don't (?:count|matter|rate)
    |my \\S+ (?:isn't|aren't|wasn't|doesn't|don't|didn't))
  i (?:had )?hoped you(?:'d| would) (?:at least |have )?(?:find (?!it|them|this)|found (?!it|them)|care|reply
    |answer|respond|make time|write|remember|help)
  (?:keep|kept|been) (?:refreshing|checking|watching) my (?:inbox|email|phone|mail)
  (?:forgotten|ignored|overlooked|dismissed|dropped) by (?:you|someone|somebody|a person|people i)
  it (?:would have|would've|should have|should've) (?:only )?taken (?:you )?(?:\\S+ ){0,2}(?:minutes?
    |seconds?|moment)
  (?:it would only take|it only takes) (?:you )?(?:\\S+ ){0,2}(?:minutes?|seconds?|moment)
  (?:one|a) (?:single )?(?:line|word|sentence|reply) (?:would have|would've) been
  (?:shouldn't|should not) have to (?:ask|beg|write|remind|chase|tell)
  (?:tired|sick) of (?:asking|waiting|chasing|reminding|being|begging|your)
  (?:did i do|have i done|was it) something (?:wrong|i (?:did|said)|to (?:offend|upset|annoy))
  (?:not|isn't|aren't) worth (?:your|the) (?:time|trouble)
  i (?:know|see|can see|noticed) (?:that )?you(?:'ve| have)? (?:read|opened|seen|got|received) (?:it|my|them
    |all)
  you (?:seem|appear) to (?:answer|reply|have time for|write)
  (?:everyone|everybody|anyone|anybody) (?:but|except|other than) me
  you(?:'ve| have) had (?:it|them|my \\S+|the \\S+) (?:for|since)(?! (?:a while no rush))
  i (?:trusted|relied on|depended on|was relying on|was depending on) you
  you (?:never|didn't|did not|didn't even) (?:come|came|show(?:ed)? up|turn(?:ed)? up|bother(?:ed)?|care[d]?)
  (?:was|were|are) a no-?show
  you (?:still )?(?:haven't|have not|have yet to|still did not|still didn't) (?:even |yet |still )?(?:sent?
    |signed?|submit(?:ted)?|done|do|return(?:ed)?|post(?:ed)?|upload(?:ed)?|looked?|written|write
    |finish(?:ed)?)(?! (?:if))
  (?:hope|trust) you(?:'re| are) (?:happy|satisfied|proud)
  (?:two|three|four|five|six|several|many|\\d+) (?:days|weeks|months) (?:and|of|with
    |later) (?:i |there is |there's |still |now )*(?:nothing|no (?:reply|word|answer|response)|silence
    |have heard nothing)
`)

const HURT = sayings(`
  (?:i'm|i am|i was|i feel|i felt|it is|it's|it was|which was|which is|that is|that's|this is|we're|we are
    |to say i'm
    |say that i'm) (?:honestly |really |quite |very |so |just |a bit |a little |pretty |rather |deeply |extremely |frankly |to be honest )*(?:disappoint(?:ed|ing)|let down|hurt|hurtful|upset|saddened|offended|insulted|insulting|annoyed|frustrated|sad) (?:that you|by you|with you|in you|at you|you)
`)
const HURT_BY_YOU = sayings(`
  (?:i'm|i am|i was|i feel|i felt|it is|it's|it was|which was|which is|that is
    |that's) (?:honestly |really |quite |very |so |just |pretty |rather |deeply |extremely |frankly )*(?:disappoint(?:ed|ing)|let down|hurt|hurtful|offended|insulted|insulting)
`)
/** My own failing, or what happened to somebody else. */
const NOT_BLAMED =
  /\b(?:in|with|at) my(?:self)?\b|\bto (?:miss|have missed|hear (?:about|of|that))\b|\b(?:if|in case|whether|no matter|even when|even if|no need)\b/
const BY_YOU = /\byour?\b|\b(?:repl|answer|respon|heard|email|wrote)/

export function guilt({ sentences }: ReadDraft): Found[] {
  const blame = saidIn(sentences, BLAME).filter(said => !isConditional(said))
  const hurt = saidIn(sentences, HURT_BY_YOU).filter(
    ({ plain }) => BY_YOU.test(plain) && !NOT_BLAMED.test(plain),
  )
  const all = [...blame, ...hurt, ...saidIn(sentences, HURT)]
  return apart(all.map(said => foundSaid(said, asReproach)))
}

const asReproach = (said: string) => `"${said}" may sound like a reproach.`

/** "If you haven't answered yet, no rush." */
function isConditional({ plain, start, sentence }: Said): boolean {
  const before = plain.slice(0, start - sentence.start)
  return /\b(?:if|in case|whether|unless|no worries|glad|sorry) (?:that )?(?:\S+ ){0,3}$/.test(
    before,
  )
}

// Demands

/** Orders, when they begin a sentence; in the middle they are part of a question. */
const MID_SENTENCE = set('you send answer put give get make')

const DEMANDS = phrases(
  `i need you to|i need a letter|i need your|i need the letter|i need an answer|you should|you need to|you have to|you must
  |you owe me|just send me|i expect to be|i expect that you|i expect you to|i demand|i need a recommendation|i don't have time|i do not have time|get back to me
  |vouch for me|a lor|send me your|send me the|answer me|put me on|put me in the|put me in your|put me in a|put me in for|give me a|get me a|get me into
  |i want you to|you will let me|since i pay|a real teacher|a good teacher would|was a mess|it's ridiculous|it is ridiculous|pretty lame|was confusing and|do your job|make sure you`,
)

/** "You should know", "you have to see": no order. */
const INVITING = set('know see try hear meet laugh admit visit taste')

/** What is wanted as if it were owed. */
const INSISTING = sayings(`
  my (?:\\S+ ){1,4}?(?:must|has to|have to|needs to|need to|had better|should|better) be (?:changed|fixed
    |corrected|raised|regraded|adjusted|revised|reversed|increased|reconsidered|restored|removed)
  i (?:expect|require|want|need
    |await) (?:an? |my |your |the |some |full |immediate |written |prompt |quick )*(?:\\S+ )?(?:reply
    |response|answers?|transcript|grade|signature|evaluation|apology|explanation|decision|confirmation
    |correction|honors|points|refund) (?:from you |back |changed |fixed |corrected |signed )*(?:by|today
    |tonight|tomorrow|now|now or|on|within|before|no later|at once|immediately|this|in)
  i (?:expect|require|await) (?:an? |my |your |full |immediate |written |prompt )+(?:\\S+ )?(?:reply|response
    |answers?|letter|transcript|grade|signature|evaluation|apology|explanation|decision|confirmation
    |correction|honors|points|refund|spot|place)
  i (?:demand|insist)
  i must (?:have (?:my|the|your|an?|it|this)|insist|get|receive)
  i need (?:that|this|the|my|an?|your) (?:\\S+ ){0,2}?(?:letter|recommendation|grade|signature|form|evaluation|answer|score|slides|edits) … (?:by tomorrow|today|tonight|right now|now|on my desk|no matter|asap|immediately|without fail)
  (?:no matter what|without fail|on my desk)(?= by| before| today| tonight| first thing|$)
  (?:there is|there's|i see) no (?:good |possible |earthly )?(?:reason|excuse) (?:for|why|that|not)
  i (?:expect|want|need) (?:this|it|that|them|these|everything) (?:to be )?(?:done|fixed|signed|changed
    |corrected|resolved|handled|on my|in my|back (?:today|tonight|now)|now|today|tonight|immediately|right away)
  i want (?:an? |my |the )(?:\\S+ )?(?:answers?|reply|response|apology|explanation|refund|grade|points
    |meeting|decision)
  (?:this|it|that)(?:'s| is| was) (?:simply |just |totally |completely |frankly )*(?:unacceptable
    |not acceptable|absurd|outrageous|not good enough|a joke|beyond me)
  (?:no excuses|no more (?:delays?|excuses)|no ifs|or else|make it happen|get (?:it|this) (?:done|fixed
    |signed|sorted)|do it (?:now|today|tonight|right away|immediately)|this instant|effective immediately
    |see to it|pronto|chop chop|hurry up|step it up)
  (?:right now|right away|immediately|at once|today|tonight|by (?:tomorrow|tonight|noon|monday|tuesday
    |wednesday|thursday|friday|sunday|the end of)) (?:or (?:i|we)|and not (?:a|one)|without (?:delay|fail
    |excuse)|no later)
  (?:i won't|i will not|won't|not going to) (?:take|accept|tolerate|settle for) (?:a )?(?:no|less|anything
    |this|it|excuses|any)
  (?<!the )asap
  just tell me (?:what|whether|why|yes|now|already|if (?:you|it|this))
  (?:so |and )?you(?:'re| are) (?:making|writing|sending|giving|getting) (?:me|the|my|us) (?:\\S+ )?(?:intro|introduction|letter|recommendation|form|evaluation|grade|spot|email) … (?:by|before|this|today|tomorrow|right)
  what(?:'s| is) (?:taking|the hold)
  i(?:'m| am) (?:still )?waiting(?! (?:for the|to|in|at|on))
  (?:i'll|i will|i am going to|i'm going to|i would have to|i'll have to|or i) (?:report (?:you|this|it)
    |go to the (?:dean|chair|registrar)|complain|escalate|tell the dean|take (?:it|this) (?:up with|to) the)
  (?:it's|it is|that's|that is|is) your job
  you(?:'re| are| get) paid
  i (?:\\S+ )?pay (?:your|good|tuition|a lot)
  (?<!than )(?<!don't )i deserve(?! (?:it less))
  (?:don't|do not) make me
  (?:have (?:it|this|them|that) (?:signed|done|back|ready|on my|finished|in my))
  i (?:don't|do not|couldn't) care (?:how|if|that|about your|what)
  you have (?:exactly |only )?(?:\\d+|twenty-four|one|two) hours?
  (?:this|it) (?:can't|cannot|won't|can not) wait
  (?:non-?negotiable|not negotiable|not a request|not optional|not asking you)
  (?:do not|don't) ignore (?:this|me|my)
  i want (?:that|this|the|my) (?:spot|letter|position|grade|project|job|shift|answer)
  (?:let|get) (?:me|us) (?:into|in|on) (?:your|the)
  (?:add|put|list) me (?:to|on|as|down|in) (?:your|the|as|an?|for|first)
  you(?:'re| are) going to (?:let|give|write|sign|have to|need to|put|take me)
  (?:don't|do not) (?:waste|keep me|be late|forget (?:this time|again))
  (?:you'd|you had) better
  i(?:'m| am) (?:entitled|owed)
  it(?:'s| is) (?:only )?fair that you
  (?:why|how come) (?:is|isn't|hasn't|haven't|aren't) (?:my|the) \\S+ (?:not )?(?:done|ready|graded|posted
    |signed|up|sent)
`)

const A_LETTER = /\b(?:letters?|lors?|recommend\w*|reference)\b/i

/** What becomes of me without it. */
const CATASTROPHE = sayings(`
  (?:sold|mortgaged|sacrificed|borrowed|spent|given) (?:the house|our house|everything|all (?:we|i|they)|their (?:house|savings)|years)
  (?<!(?:heart|renal|kidney|liver|organ|respiratory) )failure|ruined?|ruins|devastated|desperate|desperately
    |hopeless|thrown? away|throwing away|destroyed?|heartbroken|doomed|sunk|screwed|my (?:whole
    |entire) (?:life|career|future)|savings|crushed|the end of my|give up (?:on )?(?:medicine|my|the dream
    |everything)|never (?:become|be) an? (?:doctor|surgeon|physician|resident)|lose everything|last chance
    |only chance|only hope|last hope|all my dreams|disappoint my (?:parents|family|mother|father)
`)

/** What leaves somebody no way to say no. */
const CORNERING = sayings(`
  you(?:'re| are) (?:honestly |truly |really |literally )*(?:my|our|the) (?:very )?(?:last|only|one
    |final) (?:and only |real |remaining )?(?:hope|chance|option|shot|resort|one left|person left|one who can
    |person who can|one i can)
  (?:without|if i don't get|if i do not get) (?:it|that|this|one|yours|your (?:\\S+ )?(?:letter|help|support
    |signature|recommendation|yes|vote)) (?:i|my) (?:can't|cannot|can not|won't|will not|won't be|will never
    |will lose|'ll lose|'ll never|lose|fail|am (?:done|finished|out)|'m (?:done|finished|out)|have no
    |stand no|whole|entire|career|future|dreams?|chances?|application)
  (?:if you (?:don't|do not|won't|refuse|decline|say no|turn me down)|unless you) … (?:i (?:can't (?:apply
    |graduate|match|go|finish|submit)|cannot (?:apply|graduate|match|go|finish|submit)|won't (?:match
    |graduate|get|be able|make|have)|will not (?:match|graduate|get|be able)|will (?:lose|fail|never|miss
    |have to)|'ll (?:lose|fail|never|miss|have to)|am (?:done|finished)|'m (?:done|finished)|lose|fail
    |have no)|my (?:\\S+ ){0,2}(?:career|future|life|application|dreams?|chances?|year)|it(?:'s
    | is) (?:all )?over|everything)
  (?:my|our) (?:\\S+ ){0,3}(?:career|future|life|application|residency|match|dreams?|year
    |everything) (?:now |really |completely |entirely |literally )*(?:depends?|hangs?|rests?|rides?|hinges?
    |relies|is riding|is in your hands|is on the line|is at stake)
  everything (?:i \\S+ \\S+ )?(?:now )?(?:depends|rides|hinges|hangs) on (?:you|this|your|it)
  (?:i(?:'m| am)|we're) (?:\\S+ )?(?:begging|desperate|pleading|on my knees)
  i (?:beg|implore|beseech) (?:you|of you)
  please please
  please say yes
  (?:don't|do not|can't|cannot|won't|will not|hope you won't|wouldn't
    |you'd never) (?:possibly |really |just )?(?:say no|turn me down|let me down|refuse me|refuse|abandon me)
  (?:i(?:'ve| have)?|we) (?:already|just) (?:gone ahead and )?(?:put you down|put you|put your name
    |listed you|named you|entered you|entered your|given your name|gave your name|told the (?:program|school
    |dean|committee|registrar))
  (?:no ?one|nobody|no other \\S+) (?:else )?(?:\\S+ )?(?:will|would|can|could|wants to|agreed to
    |is willing to) (?:write|do it|help me|vouch|recommend|say yes|take me|sign)
  (?:no ?one|nobody) (?:else )?(?:left )?(?:i can|to) (?:ask|turn to|go to)
  i have (?:no ?one|nobody|nowhere) else
  (?:all |now |really )*(?:hang|depend|rest|ride|hinge)s? on (?:this|your|one|you)(?! to)
  (?:run|ran|running) out of (?:people|options|doctors|faculty|professors|time and people)
  save me with
  (?:explain|tell|report) to the (?:dean|chair|committee) (?:why|that) you
  you have to see it through
  (?:only|last|one) thing (?:that |that's )?(?:stands|standing|still standing|left) between
  (?:surely|certainly) you (?:wouldn't|would not|won't|can't|aren't|don't)
  (?:told|promised|assured|informed) (?:\\S+ ){1,4}?(?:to expect|that you(?:'ll| will|'re| are
    | would) (?:write|writing|send|sending|sign|support|vouch)|you(?:'ll| will|'re| are) (?:write|writing
    |send|sending))
  no (?:going|turning) back
  too late (?:for you )?to (?:say no|back out|refuse|decline|change your mind)
  if (?:this|the|your|that|my|a) (?:letter|recommendation|reference|one|form|answer|application) (?:doesn't
    |does not|isn't|is not|never|won't|falls) … (?:lose|lost|thrown|wasted|fail|never|over|ruined|nothing
    |can't|cannot|won't)
  if you (?:say no|can't|won't|don't|refuse) … (?:don't know what i|do not know what i|not sure what i|what will i|what am i)
  (?:be|is|mean) the end (?:of (?:it|me|my|everything)|for me)
  (?:don't|do not) let (?:one|this|an?) (?:\\S+ )?(?:letter|no|form|signature)
  (?:no|not a|without a) (?:plan b|backup plan|plan without you)
  (?:not|isn't|won't be) taking no
  (?:it's|it is) you or (?:nothing|no one|nobody)
  (?:if not you|who else)
  everything (?:i|we)(?:'ve| have)? (?:worked|sacrificed|studied|fought) (?:so hard )?(?:for|toward)
  (?:given|gave|giving) up everything
  (?:comes|come|came|boils) down to (?:you|your)
  a no (?:from you )?(?:would|will) (?:end|ruin|crush|break|kill|destroy|mean)
  you (?:wouldn't|would not) want (?:me|that|to be)
  you know (?:that )?i(?:'d| would) do (?:it|the same|this) for you
  (?:can't|cannot|couldn't) (?:sleep|eat|think) (?:until|because|unless|thinking)
  (?:i(?:'m| am)|we're) (?:all )?(?:relying|depending|banking) on you
  i (?:will never|'ll never|won't ever|would never) (?:forgive|get over|recover)
  (?:break my heart|crushed if|devastated if|heartbroken if|ruin (?:my|everything)|destroy my|kill my chances
    |end my career|career is over)
  you (?:can't|cannot|could not possibly) leave me
  (?:it's|it is) (?:now )?(?:all )?(?:up to you whether|on you (?:if|whether|now))
  you(?:'ll| will) be (?:responsible|the reason|to blame)
  if you (?:really |truly |actually )?(?:cared?|believe in me|care about (?:me|students|teaching))
`)

const ORDER =
  'send|give|get|sign|write|fix|change|call|email|text|answer|reply|respond|move|reschedule|forward|upload|submit|post|finish|complete|approve|review|explain|provide|remove|cancel|confirm|log in|hand|schedule|introduce|connect|recommend|nominate|grade|regrade|correct|raise|release|return|put|make|let|tell|show|read|edit|clear|find'

const ORDERS = sayings(`
  (?:answer|return|check|respond to|reply to) (?:your|my|this|that|question)
  have (?:the|it|this|my|them|everything) (?:\\S+ ){0,2}?(?:signed|done|ready|finished|fixed|graded|back)
  (?:cancel|clear|fix|change|move|drop|stop|quit|sign|correct|regrade|upload|post|approve|submit) (?:your|my
    |this|that|it|being)
  (?:${ORDER}) (?:me|us) (?:the|my|your|an?|some|all|that|those|these|everything)(?! (?:call|ring|shout|day|week
    |minute|moment|hug|break))
  (?:${ORDER}|do) (?:\\S+ ){0,6}?(?:right now|right away|immediately|at once|asap|today|tonight|now
    |this minute|by (?:tomorrow|tonight|noon|midnight|\\d\\S*|monday|tuesday|wednesday|thursday|friday
    |saturday|sunday|the end|end of|close of|eod)|before (?:\\d\\S*|noon|midnight|tomorrow|tonight|rounds))
  be there (?:at|by|or|on)
  you (?:will|are going to|are to) (?:write|send|sign|give|change|fix|raise|make|put|meet|let|grade|hire
    |take me|forward)
`)
/** What makes an order a request, an offer or a quotation. */
const SOFTENED =
  /\b(?:please|could|would|if|whenever|feel free|hope|glad|thank|you said|you told|take care|know)\b|["“]/

export function demands({ words, sentences, text }: ReadDraft): Found[] {
  const says = (said: string) => `"${said}" presses; ask instead.`
  const known = phrasesIn(words, DEMANDS)
    .filter(([from]) => !MID_SENTENCE.has(words[from]?.lower ?? '') || begins(words, from, text))
    .filter(([, to]) => !INVITING.has(words[to + 1]?.lower ?? ''))
    .map(span => foundAt(words, span, text, says))
  const said = [
    ...saidIn(sentences, INSISTING),
    ...saidIn(sentences, CORNERING),
    ...(A_LETTER.test(text) ? saidIn(sentences, CATASTROPHE).filter(isMine) : []),
    ...saidIn(sentences, ORDERS).filter(isOrder),
  ]
  return apart([...known, ...said.map(each => foundSaid(each, says))])
}

function isMine({ plain }: Said): boolean {
  return /\b(?:i|i'm|i'll|i've|my|me)\b/.test(plain)
}

function isOrder({ plain, start, sentence }: Said): boolean {
  if (sentence.stop === '?' || SOFTENED.test(plain)) return false
  return /(?:^|[,;] |\b(?:so|and|then) )(?:just |now )*$/.test(
    plain.slice(0, start - sentence.start),
  )
}

// Favors

const FAVORS = phrases(
  `letter|letters|recommendation|recommendations|recommend me|recommending me|reference|position|positions|opening
  |openings|job|jobs|hire|hiring|favor|favour|put in a word|put in a good word|residency spot|refer me`,
)

/** What makes a letter, or a place, a thing between friends. */
const CHUMMY = sayings(`
  do me (?:a|an|this|one|the|another) (?:\\S+ )?(?:solid|favou?r|kindness|huge one|big one)
  (?:huge|big|small|quick|tiny|giant|little|massive|enormous|personal|favou?r|as a) (?:\\S+ )?favou?r
  (?:hook|hooking) (?:me|a \\S+|us) up
  (?:throw|threw|slap|toss|put) (?:me )?(?:together|something together)
  (?:whip|whipped) (?:me |something )?up
  (?:knock|crank|bang|dash|rattle) (?:me )?(?:out|off)
  (?:shoot|toss|spot|score|swing|land|snag|slide|sneak|squeeze|slip|sling|spare) me
  (?:quick|easy|little|generic|lil|speedy) (?:\\S+ )?(?:letter|rec|recommendation|lor|reference)
  (?:just|only) (?:sign|put your name|need you to sign|need your (?:name|signature))
  (?:doing|do) (?:me|us) (?:an? )?(?:\\S+ )?(?:favou?r|solid)
  be (?:a pal|a friend|a dear|an angel|a sport|a champ|so kind as a friend)
  help (?:a|your favorite|a poor|this) (?:\\S+ )?(?:student|girl|guy|brother|sister|kid|friend) out
  (?:sort|set|fix) me up
  (?:sort me out|hype me up|make me (?:look|sound) (?:good|great|amazing)|say (?:nice|good|great) things
    |no biggie|no big deal)
  (?:cash in|call in|calling in) (?:a|that|my) favou?r
  (?:bug|hit) you (?:up )?for
  (?:beers?|drinks?|coffee|lunch|dinner|pizza) (?:is|are)? ?on me
  write (?:me )?something (?:nice|good|great|sweet|quick)
  love you (?:forever|for it|so much if)
  be (?:a|my) (?:hero|star|legend|lifesaver)
  use your (?:influence|name|pull|connections|contacts|weight)
  can an? (?:girl|guy|kid|student|fella|gal) get
  (?:thanks a bunch|pretty please|thanks a million in advance)
  get me (?:the|that|an?|into) (?:\\S+ ){0,2}(?:job|spot|position|interview|slot|place)
  (?:lifesaver|life saver|a legend|the best ever|a doll|a gem|a peach|a champ)
  (?:make it worth your while|you scratch my back|scratch your back|i'll pay you back|i'll buy you
    |drinks? on me|dinner on me|lunch on me)
`)
/** Between friends whatever it is that is asked. */
const STRINGS = sayings(`
  do me a solid
  do a \\S+ a solid
  (?:put|get|drop|throw|slip) (?:in )?(?:a )?(?:good )?word (?:in )?(?:for me|with|to|at)
  (?:put|putting) in a (?:good )?word
  (?:a|your) good word (?:for me|with|to)
  (?:pull|pulled|pulling) (?:some|a few|any|a couple of|the|your)? ?strings
  (?:talk|big) me up
  (?:get|sneak|squeeze|slip) me (?:into|in with|past)
  (?:i'd|i would|i'll|i will|i'd really|i'd so) (?:\\S+ )?owe you(?: one| big| forever)?
  owe you (?:one|big|big time)
  letters? of rec
  (?:write|writing|need|get|want|ask|asking|do|doing|give|giving|for
    |of) (?:me |you )?(?:for )?(?:an? |my |another |any |quick |the )*(?:recs?|lors?)(?: letters?)?
  (?:do|doing) me an? (?:\\S+ )?(?:letter|reference|recommendation)
  (?:get|give|find) me an in
  (?:an in|pull) with the
  (?:one|a) (?:quick )?(?:call|word|email) from you
  (?:i|we) figured you
`)
const LETTER =
  /\b(?:letters?|lors?|recs?|recommend\w*|reference|good word|position|spot|job|interview|residency|program director|authorship)\b/i

export function favors(draft: ReadDraft): Found[] {
  const { template, words, text, sentences } = draft
  const here =
    template === 'info-interview'
      ? phrasesIn(words, FAVORS).map(span => foundAt(words, span, text, awayFromPath))
      : []
  const said = [
    ...saidIn(sentences, CHUMMY).filter(() => LETTER.test(text)),
    ...saidIn(sentences, STRINGS),
  ].filter(({ plain }) => !/\bnot (?:\S+ )?(?:asking|a favor|looking)\b|\bdr\.? lor\b/.test(plain))
  return apart([...here, ...said.map(each => foundSaid(each, betweenFriends))])
}

const awayFromPath = (said: string) => `"${said}" asks for a favor; this email is about their path.`
const betweenFriends = (said: string) =>
  `"${said}" asks as one asks a friend; say plainly what you need, by when, and that a no is fine.`
