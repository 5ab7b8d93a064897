"""The named expressions: which faces wear each, told by their label and MediaPipe's blendshapes.

One line an expression: name, other words for it, the label its faces must have (None: any), and how much each
blendshape speaks for it; a name without Left or Right means both sides together. Left and right are the subject's own.
A `stand_in` has no face in the data that shows it: the nearest expression that has some stands in, and prototypes.json
says so.
"""
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Expression:
    name: str
    words: tuple
    label: str | None
    weights: dict = field(default_factory=dict)
    stand_in: str | None = None


def _(name, words, label=None, stand_in=None, **weights):
    return Expression(name, tuple(words.split(", ")) if words else (), label, weights, stand_in)


HAPPY, SAD, ANGRY, FEAR = "happiness", "sadness", "anger", "fear"
SURPRISE, DISGUST, NEUTRAL, CONTEMPT = "surprise", "disgust", "neutral", "contempt"

EXPRESSIONS = (
    # happiness
    _("happy", "joy, cheerful, glad", HAPPY),
    _("smile", "smiling, friendly", HAPPY, mouthSmile=1, jawOpen=-1, eyeSquint=-0.2),
    _("slight smile", "faint smile, mona lisa", HAPPY, mouthSmile=-1, jawOpen=-1, mouthUpperUp=-1),
    _("closed-mouth smile", "polite smile, lips closed", HAPPY, mouthSmile=1, mouthUpperUp=-1.5, mouthLowerDown=-1.5),
    _("grin", "smile, teeth", HAPPY, mouthSmile=1, mouthUpperUp=1, jawOpen=-1),
    _("broad grin", "cheese, ear to ear", HAPPY, mouthSmile=1.5, mouthUpperUp=1, mouthLowerDown=1),
    _("beaming", "radiant, smiling eyes", HAPPY, mouthSmile=1, eyeSquint=1, mouthUpperUp=0.5),
    _("laugh", "lol, haha, laughing", HAPPY, mouthSmile=0.7, jawOpen=1),
    _("belly laugh", "rofl, lmao, cracking up", HAPPY, jawOpen=1, mouthSmile=0.5, eyeBlink=0.7, eyeSquint=0.5),
    _("tears of joy", "crying with laughter, lmao", HAPPY, jawOpen=0.7, mouthSmile=0.7, eyeBlink=1),
    _("giggle", "chuckle, amused", HAPPY, mouthSmile=1, jawOpen=0.3, eyeBlink=0.5),
    _("excited", "thrilled, yay, hype", HAPPY, jawOpen=1, eyeWide=1, browInnerUp=0.7),
    _("delighted", "overjoyed, wide-eyed smile", HAPPY, mouthSmile=0.7, eyeWide=1, browOuterUp=0.7),
    _("smile with closed eyes", "content, happy eyes closed", HAPPY, eyeBlink=1.5, mouthSmile=0.7, jawOpen=-1),
    _("shy smile", "bashful, blushing", HAPPY, eyeLookDown=1, mouthSmile=0.4, jawOpen=-1, mouthUpperUp=-0.5),
    _("sly grin", "crafty, cunning", HAPPY, mouthSmile=0.7, browDown=1, jawOpen=-1),
    _("evil grin", "villain, diabolical", HAPPY, mouthSmile=0.5, browDown=1.5, mouthUpperUp=0.7, mouthLowerDown=0.5),
    _("fake smile", "forced smile, hide the pain", HAPPY,
      mouthSmile=0.5, eyeSquint=-1, cheekSquint=-1, mouthStretch=0.7),
    _("awkward smile", "cringe, uneasy smile", None, mouthStretch=1, mouthSmile=0.4, browInnerUp=0.5, jawOpen=-1),
    _("proud", "pleased, accomplished", HAPPY, mouthSmile=0.6, eyeLookDown=0.5, mouthPress=0.7, jawOpen=-0.7),
    _("relieved", "phew, at ease", HAPPY, eyeBlink=1, mouthSmile=0.2, jawOpen=-1, browInnerUp=0.4),
    _("in love", "adoring, heart eyes", HAPPY, mouthSmile=1, jawOpen=0.4, eyeWide=0.6),
    _("playful", "silly, goofy, cheeky", HAPPY, mouthSmileLeft=0.5, jawOpen=0.5, browOuterUp=0.7, eyeSquint=0.5),
    _("mischievous", "naughty, up to something", HAPPY, browDown=0.6, mouthSmile=0.6, eyeLookUp=0.6, jawOpen=-0.7),
    # one side of the mouth
    _("smirk", "half smile, smug", None, smileAsymmetry=1, jawOpen=-0.5),
    _("smirk left", "half smile left", None, mouthSmileLeft=1, mouthSmileRight=-1, mouthLeft=0.5, jawOpen=-0.3),
    _("smirk right", "half smile right", None, mouthSmileRight=1, mouthSmileLeft=-1, mouthRight=0.5, jawOpen=-0.3),
    _("smug", "self-satisfied, cocky", None,
      mouthSmile=0.4, eyeSquint=0.7, mouthPress=0.7, smileAsymmetry=0.7, jawOpen=-0.7),
    # calm
    _("neutral", "no expression, straight face", NEUTRAL),
    _("deadpan", "poker face, unimpressed", NEUTRAL, mouthPress=0.7, mouthSmile=-1, browInnerUp=-0.5),
    _("blank stare", "staring, spaced out", NEUTRAL, eyeWide=1, mouthSmile=-0.5),
    _("serious", "grave, businesslike", NEUTRAL, browDown=0.5, mouthSmile=-1, jawOpen=-0.5),
    _("stern", "strict, disapproving", NEUTRAL, browDown=1.5, mouthFrown=0.5),
    _("determined", "focused, resolute", None, browDown=1, mouthPress=1, mouthSmile=-0.5, jawOpen=-0.5),
    _("bored", "meh, over it", NEUTRAL, eyeBlink=0.8, mouthSmile=-0.7, eyeLookDown=0.3),
    _("calm", "relaxed, peaceful", NEUTRAL, mouthSmile=0.4, eyeSquint=-0.3, browDown=-1, jawOpen=-0.7),
    _("serene", "zen, blissful, meditating", NEUTRAL, eyeBlink=1.5, mouthSmile=0.4),
    _("thinking", "hmm, pondering", None,
      eyeLookUp=0.8, mouthPress=0.7, mouthPucker=0.4, jawOpen=-0.7, mouthSmile=-0.5),
    _("dreamy", "daydreaming, wistful", None, eyeLookUp=1, mouthSmile=0.5, jawOpen=-0.5),
    # eyes and brows
    _("eyes closed", "closed eyes, not looking", None, eyeBlink=1, jawOpen=-0.3),
    _("asleep", "sleeping, zzz", None, eyeBlink=1, mouthSmile=-0.7, jawOpen=-0.3, browDown=-0.3),
    _("sleepy", "drowsy, half-asleep", None, eyeBlink=0.6, eyeLookDown=0.6, mouthSmile=-0.7),
    _("tired", "weary, worn out", SAD, eyeBlink=0.7, eyeLookDown=0.4, jawOpen=-0.3),
    _("wink", "winking", None, winkAsymmetry=1),
    _("wink left", "winking left eye", None, eyeBlinkLeft=1, eyeBlinkRight=-1),
    _("wink right", "winking right eye", None, eyeBlinkRight=1, eyeBlinkLeft=-1),
    _("side-eye", "sideways glance, shade", None, sideLook=1, browDown=0.2),
    _("side-eye left", "glance left, looking left", None, eyeLookOutLeft=1, eyeLookInRight=1),
    _("side-eye right", "glance right, looking right", None, eyeLookOutRight=1, eyeLookInLeft=1),
    _("eye roll", "rolling eyes, whatever", None, eyeLookUp=1.5, mouthSmile=-0.7, jawOpen=-0.5),
    _("looking up", "eyes up, upward glance", None, eyeLookUp=1),
    _("looking down", "eyes down, downcast", None, eyeLookDown=1),
    _("squint", "squinting, narrow eyes", None, eyeSquint=1, eyeBlink=-0.3, mouthSmile=-0.7),
    _("wide eyes", "big eyes, staring", None, eyeWide=1, jawOpen=-0.4),
    _("raised eyebrows", "brows up", None, browOuterUp=1, browInnerUp=1, jawOpen=-0.7, eyeWide=-0.2),
    _("raised eyebrow", "one eyebrow up, the rock, people's eyebrow", None, browAsymmetry=1),
    _("frown", "furrowed brow, knitted brows", None, browDown=1, mouthFrown=0.7),
    _("skeptical", "doubtful, really, not convinced", None, browAsymmetry=1, mouthPress=0.4, mouthSmile=-0.7),
    _("suspicious", "distrustful, futurama fry", None, eyeSquint=1, browDown=0.7, sideLook=0.4, mouthSmile=-1),
    _("glare", "death stare, if looks could kill", ANGRY, browDown=1, eyeWide=0.5, jawOpen=-1),
    # mouth
    _("open mouth", "mouth open", None, jawOpen=1, mouthSmile=-0.3),
    _("jaw drop", "speechless, gobsmacked", SURPRISE, jawOpen=1),
    _("kiss", "kissing, smooch", None, mouthPucker=1, eyeBlink=0.4, jawOpen=-0.3),
    _("duck face", "pouty lips, selfie", None, mouthPucker=1, mouthFunnel=0.4, eyeWide=0.3),
    _("pout", "pouting, sulky lip", None, mouthPucker=0.5, mouthShrugLower=1, mouthFrown=0.5),
    _("whistle", "whistling, ooh", None, mouthFunnel=0.8, mouthPucker=1, jawOpen=0.2),
    _("pursed lips", "tight-lipped, prim", None, mouthPress=0.7, mouthPucker=0.5, mouthRollLower=0.3, mouthSmile=-0.5),
    _("pressed lips", "lips together, zipped", None, mouthPress=1, jawOpen=-0.3),
    _("biting lip", "lip bite, holding back", None, mouthRollLower=1, mouthRollUpper=-0.3),
    _("lips rolled in", "holding breath, oops", None, mouthRollLower=0.7, mouthRollUpper=1),
    _("puffed cheeks", "chubby cheeks, holding breath", None, stand_in="lips pressed and pushed forward",
      mouthPress=0.8, mouthPucker=0.7, jawOpen=-0.7, mouthSmile=-0.7),
    _("meh", "shrug, not bad, obama", None, mouthShrugLower=1, mouthShrugUpper=0.7, mouthFrown=0.3),
    _("mouth to the left", "twisted mouth left", None, mouthLeft=1),
    _("mouth to the right", "twisted mouth right", None, mouthRight=1),
    _("tongue out", "nyah, bleh, sticking tongue out", None, stand_in="open mouth and smile, lower lip down",
      jawOpen=0.8, mouthLowerDown=0.5, mouthSmile=0.4),
    _("yawn", "yawning, so tired", None, jawOpen=1, eyeBlink=1, mouthSmile=-0.7),
    _("grimace", "yikes, eek, awkward", None, mouthStretch=1, mouthLowerDown=0.8, mouthSmile=-0.5, jawOpen=-0.4),
    _("gritted teeth", "clenched teeth, seething", ANGRY, mouthUpperUp=0.7, mouthLowerDown=0.7, jawOpen=-1),
    _("drool", "drooling, hungry", None, stand_in="a smile with the mouth open and the eyes nearly closed",
      jawOpen=0.6, mouthSmile=0.7, eyeBlink=0.6),
    # surprise
    _("surprised", "surprise, oh", SURPRISE),
    _("shocked", "omg, shock", SURPRISE, jawOpen=1, eyeWide=1),
    _("astonished", "stunned, mind blown", SURPRISE, eyeWide=1, browOuterUp=1, browInnerUp=0.5),
    _("gasp", "breathless, oh no", SURPRISE, jawOpen=0.8, mouthFunnel=0.7, browInnerUp=0.5),
    _("amazed", "wow, awe, impressed", SURPRISE, mouthSmile=1, jawOpen=0.5),
    _("startled", "jumpy, caught", None, eyeWide=1, browInnerUp=1, jawOpen=0.3, mouthStretch=0.4),
    # fear
    _("afraid", "scared, fear", FEAR),
    _("terrified", "horror, scared to death", FEAR, jawOpen=1, eyeWide=1, mouthStretch=0.4),
    _("worried", "concerned, uneasy", FEAR, browInnerUp=1, jawOpen=-1, eyeWide=-0.3),
    _("anxious", "nervous, tense", FEAR, mouthStretch=0.8, browInnerUp=0.5, jawOpen=-0.7),
    # sadness
    _("sad", "unhappy, down, blue", SAD),
    _("cry", "crying, tears", SAD, eyeSquint=0.8, mouthStretch=0.6, browDown=0.5, mouthUpperUp=0.5),
    _("sob", "bawling, weeping, loud crying", SAD, jawOpen=1, eyeBlink=0.7, mouthUpperUp=0.5),
    _("disappointed", "let down, sigh", SAD, eyeLookDown=0.8, mouthFrown=0.5, jawOpen=-0.7),
    _("frowning mouth", "sad mouth, corners down", None, mouthFrown=1, jawOpen=-0.4),
    _("pleading", "puppy eyes, please, begging", SAD, browInnerUp=1, eyeWide=0.6, jawOpen=-0.7),
    _("sulking", "moping, gloomy", SAD, mouthShrugLower=0.8, browDown=0.4, jawOpen=-0.7),
    _("exhausted", "fed up, drained", SAD, eyeBlink=0.8, jawOpen=0.7, browInnerUp=0.4),
    _("in pain", "ouch, hurting", None, eyeSquint=0.8, browDown=0.6, mouthUpperUp=0.8, noseSneer=0.7, mouthSmile=-0.6),
    # anger
    _("angry", "anger, mad", ANGRY),
    _("furious", "rage, livid", ANGRY, jawOpen=0.5, browDown=1, noseSneer=0.5, mouthUpperUp=0.5),
    _("scream", "screaming, aaah", ANGRY, jawOpen=1.5, mouthUpperUp=0.5),
    _("shout", "yelling, angry open mouth", ANGRY, jawOpen=0.7, mouthLowerDown=0.7, browDown=0.3),
    _("annoyed", "irritated, ugh", ANGRY, mouthPress=0.6, browDown=0.5, jawOpen=-1, eyeSquint=0.4),
    _("grumpy", "cranky, grumpy cat", ANGRY, mouthFrown=0.8, mouthShrugLower=0.6, browDown=0.5, jawOpen=-0.8),
    _("snarl", "growl, bared teeth", ANGRY, noseSneer=1, mouthUpperUp=1),
    # disgust and contempt
    _("disgusted", "disgust, eww", DISGUST),
    _("nauseous", "sick, queasy", DISGUST,
      eyeBlink=0.4, mouthPucker=0.3, mouthShrugLower=0.5, jawOpen=-0.5, browDown=0.4),
    _("grossed out", "yuck, blech", DISGUST, mouthUpperUp=0.8, noseSneer=0.8, jawOpen=0.3),
    _("sneer", "curled lip, scorn", None, noseSneer=1, mouthUpperUp=0.6, mouthSmile=-0.5, jawOpen=-0.5),
    _("contempt", "disdain, scornful", CONTEMPT),
    _("confused", "puzzled, huh, what", None,
      browInnerUp=0.6, browAsymmetry=0.6, mouthFrown=0.5, mouthPucker=0.3, jawOpen=-0.4),
    _("dazed", "dizzy, drunk, knocked out", None, eyeAsymmetry=0.7, eyeBlink=0.5, jawOpen=0.5, mouthSmile=-0.2),
    _("crazy", "wild, unhinged, manic", None, eyeWide=1, mouthSmile=0.7, mouthUpperUp=0.5, browAsymmetry=0.5),
)
