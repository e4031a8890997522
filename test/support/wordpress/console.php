<?php
// For php -S: runs the code of a request inside the site, as `php -r` would, and prints what it prints.
// Whatever status the code sets is its own affair: the answer's says whether the code came to its end.
$secret = (string) getenv( 'CONSOLE_SECRET' );
if ( ! hash_equals( $secret, $_SERVER['HTTP_X_CONSOLE_SECRET'] ?? '' ) ) {
	http_response_code( 403 );
	exit;
}
$code = file_get_contents( 'php://input' );
$_SERVER = array(
	'HTTP_HOST'      => '127.0.0.1:' . getenv( 'SITE_PORT' ),
	'REQUEST_URI'    => '/',
	'REQUEST_TIME'   => $_SERVER['REQUEST_TIME'],
	'PHP_SELF'       => '',
	'argv'           => array(),
	'argc'           => 0,
	'DOCUMENT_ROOT'  => $_SERVER['DOCUMENT_ROOT'],
);
ob_start();
register_shutdown_function(
	function () {
		$fatal = E_ERROR | E_PARSE | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR;
		$failed = ( error_get_last()['type'] ?? 0 ) & $fatal;
		header( $failed ? 'HTTP/1.1 500 Failed' : 'HTTP/1.1 200 OK' );
	}
);
chdir( $_SERVER['DOCUMENT_ROOT'] );
require $_SERVER['DOCUMENT_ROOT'] . '/wp-load.php';
eval( $code );
