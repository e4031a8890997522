<?php
// Installs WordPress from the command line: tables, accounts with application passwords, permalinks.
// php install.php SITE PORT → one line of JSON
[ , $site, $port ] = $argv;
$_SERVER += array(
	'HTTP_HOST'       => "127.0.0.1:$port",
	'SERVER_NAME'     => '127.0.0.1',
	'SERVER_PORT'     => $port,
	'SERVER_PROTOCOL' => 'HTTP/1.1',
	'REQUEST_METHOD'  => 'GET',
	'REQUEST_URI'     => '/',
	'REMOTE_ADDR'     => '127.0.0.1',
);
define( 'WP_INSTALLING', true );
require "$site/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
add_filter( 'pre_wp_mail', '__return_true' );

wp_install( 'Aggregator under test', 'admin', 'admin@example.invalid', true, '', wp_generate_password( 24, false ) );
update_option( 'timezone_string', 'Asia/Manila' );
if ( wp_get_theme( 'twentytwentythree' )->exists() ) {
	switch_theme( 'twentytwentythree' );
}
global $wp_rewrite;
$wp_rewrite->init();
$wp_rewrite->set_permalink_structure( '/%year%/%monthnum%/%postname%/' );
flush_rewrite_rules( false );
activate_plugin( 'newsrelay/newsrelay.php' );

// The least role that works: an author who may also create categories and see others' trash.
add_role(
	'news_publisher',
	'News publisher',
	get_role( 'author' )->capabilities + array( 'manage_categories' => true, 'edit_others_posts' => true )
);
function make_account( string $login, string $role ): array {
	$existing = get_user_by( 'login', $login );
	$id       = $existing ? $existing->ID : wp_insert_user(
		array(
			'user_login' => $login,
			'user_pass'  => wp_generate_password( 24 ),
			'user_email' => "$login@example.invalid",
			'role'       => $role,
		)
	);
	list( $password ) = WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'test' ) );
	return array( 'username' => $login, 'password' => $password );
}
echo json_encode(
	array(
		'version'   => $GLOBALS['wp_version'],
		'admin'     => make_account( 'admin', 'administrator' ),
		'publisher' => make_account( 'mfnnews', 'news_publisher' ),
		'author'    => make_account( 'plainauthor', 'author' ),
	)
);
