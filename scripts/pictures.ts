/** Takes pictures out of Markdown. */

/** `markdown` without paragraphs that are only a picture of the repository, in Markdown or HTML; pictures with an address of their own stay. */
export function withoutPictures(markdown: string): string {
  return markdown
    .replaceAll(/^<picture>.*?<\/picture>\n+/gms, '')
    .replaceAll(/^!\[[^\]]*\]\((?!https?:)[^)]*\)\n+/gm, '')
    .replaceAll(/^<img [^>]*src="(?!https?:)[^>]*>\n+/gm, '');
}
