/** Examples of the CommonMark specification (0.31.2) that are rendered differently on purpose, by reason. */
export const differences: Readonly<Record<string, readonly number[]>> = {
  'the page owns h1, and headings skip no level': [
    10, 62, 66, 67, 68, 72, 73, 74, 75, 76, 78, 79, 80, 81, 82, 83, 84, 115, 141, 214, 215, 227, 228, 229, 230, 232,
    300, 646, 647,
  ],
  'raw HTML is parsed on its own; what is unknown or has no effect is dropped, and paragraphs that held nothing else go':
    [
      21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 159, 160, 161, 162, 163, 164, 165, 166, 167, 169, 170, 171, 172,
      173, 174, 175, 176, 177, 178, 179, 180, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 201, 308, 309, 344, 475,
      476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623, 625, 626, 627, 628, 629, 630, 631, 642, 643,
    ],
  'relative addresses, unknown schemes and links without text lead nowhere; others are normalised': [
    194, 195, 200, 203, 204, 346, 484, 485, 486, 487, 492, 495, 496, 498, 499, 500, 502, 503, 504, 522, 567, 596, 597,
    598, 599, 601,
  ],
  'pictures that stand alone are figures': [
    517, 520, 531, 572, 573, 574, 575, 576, 577, 578, 580, 581, 582, 583, 584, 585, 586, 588, 589, 591,
  ],
  'numbers in texts without Latin letters get Persian digits': [361, 387, 618],
  'a star between digits is a sign': [356],
  'addresses may contain spaces': [488],
  'GFM links bare addresses': [602, 606, 608, 611, 612],
  'only plain names of languages become classes': [34, 144],
};
