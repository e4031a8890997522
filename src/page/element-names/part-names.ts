import { patternOfRows } from '../../pattern-rows.ts';

/** What templates call the element that holds the article's text. */
export const WANTED_NAMES = patternOfRows(
  [
    {
      name: 'article-or-story',
      languages: 'en',
      pattern: '(?:article|story)-?_?(?:body|content|text)',
      finds: ['article-body', 'story_content', 'articleText', 'c-storybody'],
      passes: ['article-header', 'body-of-article'],
    },
    {
      name: 'entry-or-post',
      languages: 'en',
      pattern: '(?:entry|post|news|body)-?_?(?:content|body|text)',
      finds: ['entry-content', 'post-body', 'newstext', 'body_text'],
      passes: ['content-post', 'entry-title'],
    },
    {
      name: 'field-of-drupal',
      pattern: 'field-name-body',
      finds: ['field field-name-body', 'field-name-body-2'],
      passes: ['field-name-tags', 'field-body'],
    },
  ],
  'i',
);

/**
 * `has-sidebar`, `no-comments`, `video-text`, `subscriber-only`: what a page has or stands beside, and who may read it,
 * not what the element is. The prefix ends at a sign: `noprint` and `pager` are names.
 */
export const MODIFIERS = patternOfRows(
  [
    {
      name: 'who-may-read',
      languages: 'en',
      pattern: String.raw`(?:^|[\s_-])(?:subscribers?|members?)[_-](?:only|preview|content|exclusive)(?=$|[\s_-])`,
      finds: ['subscriber-only', 'c members_preview', 'subscribers-content', 'member-exclusive-2'],
      passes: ['subscriber', 'members-lonely', 'unsubscriber-only'],
    },
    {
      name: 'what-the-page-has',
      languages: 'en',
      pattern: String.raw`(?:^|[\s_-])(?:has|with|without|no|not|hide|show|main|page)[_-]\w*`,
      finds: [
        'has-sidebar',
        'with-comments',
        'without_ads',
        'c no-share',
        'not-related',
        'hide-menu',
        'show-menu',
        'main-nav',
        'page-footer',
      ],
      passes: ['noprint', 'pager', 'hash-tag'],
    },
    {
      name: 'widget-of-elementor',
      pattern: String.raw`\belementor-widget\S*`,
      finds: ['elementor-widget', 'elementor-element elementor-widget-related'],
      passes: ['elementor', 'widget-elementor'],
    },
    {
      name: 'text-beside-a-picture',
      languages: 'en',
      pattern: String.raw`(?:video|image|photo|media|gallery|slide)[_-]text(?=$|[\s_-])`,
      finds: [
        'video-text',
        'image_text',
        'photo-text',
        'media-text',
        'gallery-text-2',
        'slide-text',
      ],
      passes: ['video-texts', 'text-video'],
    },
  ],
  'gi',
);
