<?php
// Says what PHP makes of a request, type by type: POST /form answers $_POST, POST /unserialize the value in the body.

function shown(mixed $value): array
{
    if (is_array($value)) {
        $entries = [];
        foreach ($value as $key => $item) {
            $entries[] = [shown($key), shown($item)];
        }
        return ['array', $entries];
    }
    return match (true) {
        is_string($value) => ['string', base64_encode($value)],
        is_float($value) => ['float', bin2hex(pack('E', $value))],
        is_int($value) => ['int', (string) $value],
        is_bool($value) => ['bool', $value],
        default => ['null', null],
    };
}

header('Content-Type: application/json');
if ($_SERVER['REQUEST_URI'] === '/unserialize') {
    $sent = file_get_contents('php://input');
    $value = unserialize($sent, ['allowed_classes' => false]);
    echo json_encode(['value' => shown($value), 'same' => serialize($value) === $sent], JSON_THROW_ON_ERROR, 4096);
} else {
    echo json_encode(shown($_POST), JSON_THROW_ON_ERROR, 4096);
}
