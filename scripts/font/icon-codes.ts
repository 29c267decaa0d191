/**
 * The icons that the editor at /admin/ names, with their code points in Material Symbols, separated by spaces. They are the
 * names in the code of `@sveltia/cms` for which the font has a ligature.
 */
export const iconCodes = `
  abc:EB94 accessibility:E84E accessibility_new:E92C account_circle:F20B add:E145 air:EFD8 anchor:F1CD api:F1B7 arrow_back:E5C4
  arrow_downward:E5DB arrow_drop_down:E5C5 arrow_forward:E5C8 arrow_upward:E5D8 article:EF42 article_shortcut:F587
  audio_file:EB82 bed:EFDF block:F08C book:E86E bookmark_manager:F7B1 box:F5A4 browse:EB13 brush:E3AE build:F8CD cadence:F4B4
  cancel:E888 capture:F727 chat:E0C9 check:E668 check_circle:F0BE chevron_left:E5CB chevron_right:E5CC class:E86E clear:E5CD
  close:E5CD cloud:F15C cloud_upload:E2C3 code:E86F code_blocks:F84D coffee:EFEF collapse_all:E944 collections:E3D3
  comment:E24C commit:EAF5 create:F097 create_new_folder:E2CC css:EB93 csv:E6CF cut:F08B delete:E92E description:E873
  details:E3C8 difference:EB7D domain:E7EE done:E876 download:F090 draft:E66D drag_handle:E25D drag_indicator:E945 edit:F097
  edit_document:F88C edit_off:E950 email:E159 engineering:EA3D error:F8B6 expand:E94F expand_all:E946 expand_less:E5CE
  expand_more:E5CF extension:E87B files:EA85 filter:E3D3 folder:E2C7 format_bold:E238 format_h1:F85D format_h2:F85E
  format_h3:F85F format_h4:F860 format_h5:F861 format_h6:F862 format_italic:E23F format_list_bulleted:E241
  format_list_numbered:E242 format_paragraph:F865 format_quote:E244 forward:F57A function:F866 gif:E908 grid_view:E9B0
  group:EA21 groups:F233 height:EA16 help:E8FD hevc:F021 hide:EF9E highlight:E25F history:E8B3 home:E9B2 host:F3D9 html:EB7E
  http:E902 iframe:F71B image:E3F4 info:E88E input:E890 iso:E3F6 javascript:EB7C keep:F027 key:E73C label:E893 language:EA07
  library_books:E02F light:F02A link:E250 link_2:FFFB5 list:E896 login:EA77 lowercase:F48A man:E4EB map:E55B margin:E9BB
  markdown:F552 menu:E5D2 merge:EB98 message:E0C9 mode:F097 more:E619 more_horiz:E5D3 more_vert:E5D4 move:E740 move_down:EB61
  move_up:EB64 movie:E404 near_me:E569 notifications:E7F5 numbers:EAC7 ods:E6E8 odt:E6E9 opacity:E91C open_in_new:E89E
  output:EBBE owl:F3B4 package:E48F padding:E9C8 pages:E7F9 palette:E40A password:F042 pattern:F043 pending:EF64 percent:EB58
  photo:E693 photo_camera_back:EF68 photo_library:E413 php:EB8F pill:E11F preview:F1C5 progress_activity:E9D0 publish:E255
  radio:E03E rebase_edit:F846 remove:E15B reorder:E8FE resize:F707 restore:E8B3 save:E161 schema:E4FD script:F45F search:EF7A
  select:F74D select_all:E162 settings:E8B8 signature:F74C sort:E164 source:F1C8 spellcheck:E8CE sql:FFF95 start:E089 step:F6FE
  stream:E9E9 strikethrough_s:E257 style:E41D stylus:F604 subscript:F111 superscript:F112 swap_horiz:E8D4 switch:E1F4 tab:E8D8
  table:F191 tabs:E9EE tag:E9EF target:E719 title:E264 toast:EFC1 today:E8DF token:EA25 toolbar:E9F7 translate:E8E2 tsv:E6D6
  undo:E166 update:E923 upload:F09B uppercase:F488 visibility:E8F4 visibility_off:E8F5 warning:F083 width:F730 workflow:EA04
`;
