<?php
/**
 * Deleting the plugin removes its table: the site then no longer knows which articles were removed. Posts stay as they
 * are, each with the line that names its source.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

global $wpdb;
$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->prefix}newsrelay_articles" );
remove_role( 'newsrelay' );
array_map( 'delete_option', array( 'newsrelay_table_version', 'newsrelay_settings', 'newsrelay_last', 'newsrelay_notes', 'newsrelay_types' ) );
array_map( 'delete_post_meta_by_key', array( '_newsrelay', '_newsrelay_article', '_newsrelay_gone', '_newsrelay_noindex', '_newsrelay_stopped', '_newsrelay_written', '_newsrelay_terms', '_newsrelay_fields' ) );
delete_metadata( 'term', 0, '_newsrelay_made', '', true );
