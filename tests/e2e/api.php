<?php
// Stands in for WHMCS as far as requests go: every call succeeds, and answers what PHP made of it. `opened` is what was
// serialized or JSON inside of a parameter.

function opened(mixed $value): mixed
{
    if (is_array($value)) {
        return array_map('opened', $value);
    }
    $plain = base64_decode($value, true);
    if ($plain === false) {
        return null;
    }
    $data = @unserialize($plain, ['allowed_classes' => false]);
    return $data === false ? json_decode($plain, true) : $data;
}

header('Content-Type: application/json');
echo json_encode([
    'result' => 'success',
    'received' => $_POST,
    'opened' => opened($_POST),
    'request' => "{$_SERVER['REQUEST_METHOD']} {$_SERVER['REQUEST_URI']}",
], JSON_THROW_ON_ERROR);
