<?php
/**
 * Deleting the plugin removes its table: the site then no longer knows which articles were removed.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

global $wpdb;
$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->prefix}newsrelay_articles" );
delete_option( 'newsrelay_table_version' );
remove_role( 'newsrelay' );
array_map( 'delete_post_meta_by_key', array( '_newsrelay', '_newsrelay_article', '_newsrelay_written', '_newsrelay_stopped' ) );
