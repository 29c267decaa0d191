import { codeRanges, createFinder } from './code.ts';

/** The most frequent emoji, by their names on GitHub. */
const table =
  'smile😄 smiley😃 grin😁 grinning😀 joy😂 rofl🤣 laughing😆 satisfied😆 wink😉 blush😊 innocent😇 heart_eyes😍 kissing_heart😘 yum😋 ' +
  'stuck_out_tongue😛 stuck_out_tongue_winking_eye😜 sunglasses😎 smirk😏 neutral_face😐 expressionless😑 unamused😒 roll_eyes🙄 thinking🤔 ' +
  'flushed😳 disappointed😞 worried😟 angry😠 rage😡 pensive😔 confused😕 slightly_smiling_face🙂 upside_down_face🙃 frowning_face☹️ cry😢 sob😭 ' +
  'scream😱 sweat_smile😅 sweat😓 sleepy😪 sleeping😴 relieved😌 hugs🤗 nerd_face🤓 heart❤️ broken_heart💔 sparkling_heart💖 two_hearts💕 ' +
  'blue_heart💙 green_heart💚 yellow_heart💛 purple_heart💜 thumbsup👍 +1👍 thumbsdown👎 -1👎 ok_hand👌 clap👏 wave👋 pray🙏 raised_hands🙌 ' +
  'muscle💪 point_right👉 point_left👈 point_up☝️ point_down👇 v✌️ fire🔥 star⭐ star2🌟 sparkles✨ boom💥 zap⚡ tada🎉 rocket🚀 warning⚠️ ' +
  'white_check_mark✅ heavy_check_mark✔️ x❌ exclamation❗ question❓ bulb💡 memo📝 book📖 books📚 pencil✏️ pencil2✏️ link🔗 mag🔍 lock🔒 key🔑 ' +
  'computer💻 iphone📱 email📧 envelope✉️ calendar📅 clock1🕐 hourglass⌛ bell🔔 mega📣 loudspeaker📢 camera📷 tv📺 movie_camera🎥 musical_note🎵 ' +
  'headphones🎧 art🎨 coffee☕ tea🍵 beer🍺 pizza🍕 cake🍰 apple🍎 rose🌹 tulip🌷 cherry_blossom🌸 sunflower🌻 seedling🌱 herb🌿 four_leaf_clover🍀 ' +
  'sunny☀️ cloud☁️ rainbow🌈 snowflake❄️ umbrella☔ earth_asia🌏 earth_americas🌎 globe_with_meridians🌐 house🏠 iran🇮🇷 checkered_flag🏁 ' +
  'eyes👀 see_no_evil🙈 speech_balloon💬 thought_balloon💭 skull💀 ghost👻 robot🤖 poop💩 cat🐱 dog🐶 penguin🐧 bug🐛 wrench🔧 hammer🔨 gear⚙️ ' +
  'package📦 gift🎁 trophy🏆 soccer⚽ car🚗 airplane✈️ bike🚲 moneybag💰 chart_with_upwards_trend📈 bar_chart📊 pushpin📌 round_pushpin📍 ' +
  'arrow_right➡️ arrow_left⬅️ arrow_up⬆️ arrow_down⬇️ information_source ℹ️ no_entry⛔ construction🚧 recycle♻️ copyright©️ tm™️ 100💯';

const emoji: ReadonlyMap<string, string> = new Map(
  [...table.matchAll(/([a-z0-9_+-]+?) ?([^\sa-z0-9_+-]+)(?= |$)/g)].map(([, name = '', sign = '']) => [name, sign]),
);

/** Replace names of emoji, such as `:smile:`. Unknown names and code are left alone. */
export function replaceEmoji(text: string): string {
  if (!/:[a-z0-9_+-]+:/.test(text)) return text;
  const isCode = createFinder(codeRanges(text));
  return text.replace(
    /(?<![\p{L}\p{N}:/]):([a-z0-9_+-]{1,40}):(?![\p{L}\p{N}:])/gu,
    (written, name: string, at: number) => (isCode(at) ? written : (emoji.get(name) ?? written)),
  );
}
